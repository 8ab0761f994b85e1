import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** A parameter that says where the next page begins, as the page before said. */
export const IsCursor = (): PropertyDecorator => applyDecorators(MaxLength(400), IsString(), IsOptional());

/** A parameter that says how many a page holds. */
export const IsLimit = (most: number): PropertyDecorator =>
  applyDecorators(
    Max(most),
    Min(1),
    IsInt(),
    Type(() => Number),
    IsOptional(),
  );

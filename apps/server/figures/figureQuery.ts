import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FigureMetric, GroupBy } from '@milepost/views';
import { GROUPS, METRICS } from '../answers/figureAnswer';
import { MomentQuery } from '../http/momentQuery';

export class FigurePath {
  @IsIn(METRICS)
  readonly metric!: FigureMetric;
}

export class FigureQuery extends MomentQuery {
  /** Also by group: membership on the day asked about. */
  @IsOptional()
  @IsIn(GROUPS)
  readonly by?: GroupBy;
}

export class SeriesQuery extends MomentQuery {
  /** First day, YYYY-MM-DD; without it a year before the last. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly from?: string;

  /** Last day, YYYY-MM-DD; without it the day of the moment. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly to?: string;

  @IsOptional()
  @IsIn(['month', 'quarter'])
  readonly every?: 'month' | 'quarter';
}

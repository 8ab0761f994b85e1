import { MERGER_POLICIES } from '@milepost/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ReportBody } from './reportBodies';

const TEXT = 4000;
const VERSION = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const IS_A_VERSION = { message: '$property is a version such as 1 or 2025.1' };

/** A version of a standard: its levels and rules as data. */
export class StandardBody extends ReportBody {
  @Matches(VERSION, IS_A_VERSION)
  @MaxLength(40)
  readonly version!: string;

  /** An illustration has no members: it is an aggregate and nothing else. */
  @IsIn(['standard', 'illustration'])
  readonly purpose!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly title!: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly description?: string;

  /** The first day on which it can be in force, YYYY-MM-DD. */
  @IsString()
  @MaxLength(10)
  readonly effectiveFrom!: string;

  /** Lowest to highest: name, title and, above the lowest, the condition to reach it as `when`. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  readonly levels!: object[];

  /** The level from which on the standard is met; without it the first above the lowest. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly metFrom?: string;

  /** Conditions under names, to refer to. */
  @IsOptional()
  @IsObject()
  readonly rules?: Record<string, unknown>;

  /** How conditions about assessments go over care settings: by all, any, lowest or mean, over those assessed or provided. */
  @IsObject()
  readonly rollUp!: Record<string, unknown>;

  /** What a trust takes over from those that it succeeded. */
  @IsIn(MERGER_POLICIES)
  readonly mergerPolicy!: string;

  /** Only trusts of these types, as `types`; without it all in scope. */
  @IsOptional()
  @IsObject()
  readonly scope?: Record<string, unknown>;

  /** Role or body that decided. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly authority?: string;

  /** Id of the public statement in which it was announced. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly statement?: string;
}

/** That a standard, or one version of it, is no longer in force. */
export class WithdrawalBody extends ReportBody {
  /** Without it the standard as a whole. */
  @IsOptional()
  @Matches(VERSION, IS_A_VERSION)
  @MaxLength(40)
  readonly version?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly reason?: string;

  /** Role or body that decided. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  readonly authority?: string;
}

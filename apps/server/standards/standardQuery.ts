import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { GroupBy } from '@milepost/views';
import { GROUPS } from '../answers/figureAnswer';
import { MomentQuery } from '../http/momentQuery';

export class StandingQuery extends MomentQuery {
  /** Id of the standard. */
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'the id of a standard is lower-case words joined by hyphens' })
  @MaxLength(100)
  readonly standard!: string;

  /** Which version: in-force (on the day; without it this), latest, or one by its name. */
  @IsOptional()
  @Matches(/^[a-z0-9]+([.-][a-z0-9]+)*$/, { message: 'definition is in-force, latest, or a version' })
  @MaxLength(40)
  readonly definition?: string;
}

export class PreviewQuery extends MomentQuery {
  /** Also by group: membership on the day asked about. */
  @IsOptional()
  @IsIn(GROUPS)
  readonly by?: GroupBy;

  /** First day of the series, YYYY-MM-DD; without it a year before the last. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly from?: string;

  /** Last day of the series, YYYY-MM-DD; without it the day of the moment. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly to?: string;

  @IsOptional()
  @IsIn(['month', 'quarter'])
  readonly every?: 'month' | 'quarter';
}

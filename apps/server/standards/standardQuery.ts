import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import type { GroupBy } from '@milepost/views';
import { GROUPS } from '../answers/figureAnswer';
import { MomentQuery } from '../http/momentQuery';
import { SeriesQuery } from '../figures/figureQuery';

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

/** The days and steps are those of the series. */
export class PreviewQuery extends SeriesQuery {
  /** Also by group: membership on the day asked about. */
  @IsOptional()
  @IsIn(GROUPS)
  readonly by?: GroupBy;
}

import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { REPLAY_ALONG, REPLAY_EVERY } from '@milepost/views';
import type { FigureMetric, ReplayAlong, ReplayEvery } from '@milepost/views';
import { METRICS } from '../answers/figureAnswer';
import { MomentQuery } from '../http/momentQuery';
import { IsCursor, IsLimit } from '../http/pageParameters';

/** Steps a page: each is a figure over all trusts. */
const MOST_STEPS = 100;

/** The moment gives the coordinates that stay as they are. */
export class ReplayQuery extends MomentQuery {
  /** Which coordinate goes on: what was recorded, what had been made public, or the day asked about. */
  @IsIn(REPLAY_ALONG)
  readonly along!: ReplayAlong;

  /** Where it begins: along recorded size:N, a day or an instant, without it the first entry; else a day, YYYY-MM-DD, without it a year before the last. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly from?: string;

  /** Where it ends, in the same forms; without it at the moment's own coordinate. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly to?: string;

  /** How far a step goes: along recorded an entry without it, else a month. Days have no entries to step by. */
  @IsOptional()
  @IsIn(REPLAY_EVERY)
  readonly every?: ReplayEvery;

  /** Only this figure; without it all of scope and EPR. */
  @IsOptional()
  @IsIn(METRICS)
  readonly metric?: FigureMetric;

  /** Leaves out the steps that change nothing. */
  @IsOptional()
  @IsIn(['only'])
  readonly changes?: 'only';

  /** Where the next page begins, as the page before said; it carries the whole moment. */
  @IsCursor()
  readonly cursor?: string;

  /** Steps looked at for a page, 1 to 100; 24 without it. */
  @IsLimit(MOST_STEPS)
  readonly limit?: number;
}

import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FigureMetric, GroupBy } from '@milepost/views';
import { GROUPS, METRICS, STANDARD_METRIC } from '../answers/figureAnswer';
import { MomentQuery } from '../http/momentQuery';

const METRIC = new RegExp(`^(${METRICS.join('|')}|${STANDARD_METRIC})$`);

export class FigurePath {
  @IsIn(METRICS)
  readonly metric!: FigureMetric;
}

/** A metric that Milepost counts by, or that of a standard's version. */
export class AnyFigurePath {
  /** One of those that Milepost counts by, or `meets:{standard}@{version}`. */
  @Matches(METRIC, { message: `metric is one of ${METRICS.join(', ')}, or meets:{standard}@{version}` })
  @MaxLength(160)
  readonly metric!: string;
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

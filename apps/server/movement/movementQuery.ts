import { IsIn, IsOptional } from 'class-validator';
import { MOVEMENT_PARTS } from '@milepost/domain';
import type { MovementPartName } from '@milepost/domain';
import type { FigureMetric, GroupBy } from '@milepost/views';
import { GROUPS, METRICS } from '../answers/figureAnswer';
import { PagedTwoMomentsQuery, TwoMomentsQuery } from './twoMomentsQuery';

export class MovementQuery extends TwoMomentsQuery {
  /** Also by group: membership on the day of each reading. */
  @IsOptional()
  @IsIn(GROUPS)
  readonly by?: GroupBy;

  /** The figure by whose definition the first reading was made, where it was by another's. */
  @IsOptional()
  @IsIn(METRICS)
  readonly 'from.metric'?: FigureMetric;
}

export class MovedTrustsQuery extends PagedTwoMomentsQuery {
  /** Each trust for every group that it moved in. */
  @IsOptional()
  @IsIn(GROUPS)
  readonly by?: GroupBy;

  /** Only the trusts of one part. */
  @IsOptional()
  @IsIn(MOVEMENT_PARTS)
  readonly part?: MovementPartName;

  @IsOptional()
  @IsIn(METRICS)
  readonly 'from.metric'?: FigureMetric;
}

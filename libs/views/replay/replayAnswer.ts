import type { Counts, MovementPartName } from '@milepost/domain';
import type { Moment } from '../moment';
import type { Figure, FigureMetric } from '../questions';

/** A figure at a step. */
export interface ReplayFigure extends Figure {
  readonly metric: FigureMetric;
}

/** A trust that moved a figure at a step, and the entry by which it did. */
export interface ReplayMove extends Counts {
  readonly metric: FigureMetric;
  readonly ods: string;
  readonly part: MovementPartName;
  /** What it counted as before and after: `yes`, `no`, `not-known`, or `not-counted`. */
  readonly before: string;
  readonly after: string;
  /** -1 where none decided. */
  readonly entry: number;
}

export interface ReplayStep {
  readonly moment: Moment;
  readonly figures: readonly ReplayFigure[];
  /** Empty where nothing changed since the step before. */
  readonly moved: readonly ReplayMove[];
}

import type { Counts, MovementPartName, Points, ScopeCause } from '@milepost/domain';
import type { Moment } from '../moment';
import type { Figure, FigureMetric } from '../questions';

/** Two readings of a figure. */
export interface MovementAsked {
  readonly from: Moment;
  readonly to: Moment;
  /** The figure, by the definition of the second reading. */
  readonly metric: FigureMetric;
  /** By whose definition the first reading was made, where it was by another's. */
  readonly fromMetric?: FigureMetric | undefined;
}

export interface MovementPartView extends Counts {
  readonly part: MovementPartName;
  /** How many trusts moved so; its members. */
  readonly trusts: number;
  /** Percentage points of what is certain, and with all that is not known counted in; undefined where there is nothing to divide by on the path. */
  readonly low: Points | undefined;
  readonly high: Points | undefined;
}

/** One figure's movement, whole or within a group. */
export interface MovementView {
  readonly from: Counts;
  readonly to: Counts;
  /** Every part in the order of the path, those of no trust too. Their sum is the difference. */
  readonly parts: readonly MovementPartView[];
}

export interface MovementGroup extends MovementView {
  /** Undefined for the trusts whose group is not known. */
  readonly group: string | undefined;
}

export interface MovementAnswer extends Omit<MovementView, 'from' | 'to'> {
  readonly metric: FigureMetric;
  readonly definitions: { readonly from: string; readonly to: string };
  readonly from: Figure;
  readonly to: Figure;
  readonly groups: readonly MovementGroup[] | undefined;
}

/** One trust's share in one part. */
export interface MovedTrust extends Counts {
  readonly ods: string;
  readonly name: string;
  readonly part: MovementPartName;
  /** Of the part *scope* alone. */
  readonly cause: ScopeCause | undefined;
  /** Of movement by group alone: in which group, undefined where that is not known. */
  readonly group: string | undefined;
  /** What it counted as before and after: `yes`, `no`, `not-known`, or `not-counted`. */
  readonly before: string;
  readonly after: string;
  /** The entry that decided; -1 where none did. */
  readonly entry: number;
  /** In words, of how it stands afterwards. */
  readonly reason: string;
}

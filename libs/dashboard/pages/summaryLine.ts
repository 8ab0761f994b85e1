import type { Link } from './pageView';
import type { Cell } from './table';

/** One line of a summary list: a label, and what a cell holds. */
export interface SummaryLine extends Cell {
  readonly label: string;
  /** The entry that it was read from. */
  readonly entry?: Link | undefined;
}

import type { Cell } from './table';

/** One line of a summary list: a label, and what a cell holds. */
export interface SummaryLine extends Cell {
  readonly label: string;
}

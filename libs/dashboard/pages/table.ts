import type { Link } from './pageView';

/** One cell: its text, perhaps a link, and lines below it in smaller print. */
export interface Cell {
  readonly text: string;
  readonly href?: string | undefined;
  /** Where the interface for programs gives the numbers in the text, by `fromApi`. */
  readonly api?: string | undefined;
  /** Further lines of the same size. */
  readonly lines?: readonly Link[];
  readonly notes?: readonly (string | Note)[];
}

/** A line of smaller print that leads somewhere, or whose numbers the interface gives too. */
export interface Note {
  readonly text: string;
  readonly href?: string;
  /** As in a cell. */
  readonly api?: string;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Why this row stands out, in words. */
  readonly mark?: string | undefined;
}

export interface Column {
  readonly text: string;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  /** Its cells are never broken into lines. */
  readonly short?: boolean;
  /** Takes two fifths of the table, for cells with many lines. */
  readonly wide?: boolean;
}

/** A table as `table.njk` draws it. The first cell of each row heads it. */
export interface Table {
  readonly caption: string;
  /** The caption is read out but not shown, where a heading above says the same. */
  readonly captionHidden?: boolean;
  readonly head: readonly Column[];
  /** Stays a table on a narrow screen, since its few short columns fit there. */
  readonly plain?: boolean;
  readonly rows: readonly Row[];
}

/** The last column of most tables: the entry that a row was read from. */
export const ENTRY_COLUMN: Column = { text: 'Entry', short: true };

/** Columns of words by their headings, and others as they are. */
export function columns(...headings: readonly (string | Column)[]): readonly Column[] {
  return headings.map((heading) => (typeof heading === 'string' ? { text: heading } : heading));
}

/** An empty cell says why it is empty. */
export const NOT_KNOWN_CELL: Cell = { text: 'Not known' };
export const NOT_APPLICABLE_CELL: Cell = { text: 'Not applicable' };

/** Notes without the ones that are not there. */
export function notes(...lines: readonly (string | Note | undefined)[]): readonly (string | Note)[] {
  return lines.filter((line): line is string | Note => line !== undefined && line !== '');
}

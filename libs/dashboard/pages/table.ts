import type { Link } from './pageView';

/** One cell: its text, perhaps a link, and lines below it in smaller print. */
export interface Cell {
  readonly text: string;
  readonly href?: string | undefined;
  readonly notes?: readonly (string | Link)[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Why this row stands out, in words. */
  readonly mark?: string | undefined;
}

/** A table as `table.njk` draws it. The first cell of each row heads it. */
export interface Table {
  readonly caption: string;
  /** The caption is read out but not shown, where a heading above says the same. */
  readonly captionHidden?: boolean;
  readonly head: readonly { readonly text: string; readonly numeric?: boolean }[];
  readonly rows: readonly Row[];
}

/** An empty cell says why it is empty. */
export const NOT_KNOWN_CELL: Cell = { text: 'Not known' };
export const NOT_APPLICABLE_CELL: Cell = { text: 'Not applicable' };

/** Notes without the ones that are not there. */
export function notes(...lines: readonly (string | Link | undefined)[]): readonly (string | Link)[] {
  return lines.filter((line): line is string | Link => line !== undefined && line !== '');
}

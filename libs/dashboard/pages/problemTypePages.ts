import { capitalised } from '../format/capitalised';
import type { PageView } from './pageView';
import type { Table } from './table';

/** A type of problem as the interface's catalogue has it. */
export interface ProblemType {
  /** Address of its page, base path included. */
  readonly type: string;
  readonly status: number;
  readonly title: string;
  /** What happened, then what to do. */
  readonly text: string;
}

/** The page at a problem's type. */
export function problemTypePage({ type, status, title, text }: ProblemType, home: string): PageView {
  const all = type.slice(0, type.lastIndexOf('/'));
  return {
    template: 'problemType.njk',
    title,
    trail: [
      { text: 'Milepost', href: home },
      { text: 'Problems', href: all },
    ],
    page: { status, title, text, all },
  };
}

/** All of them. */
export function problemTypesPage(types: readonly ProblemType[], home: string): PageView {
  const table: Table = {
    caption: 'Problems',
    captionHidden: true,
    head: [{ text: 'Problem' }, { text: 'Status', numeric: true }],
    rows: types.map(({ type, title, status }) => ({
      cells: [{ text: capitalised(title), href: type }, { text: String(status) }],
    })),
  };
  return {
    template: 'problemTypes.njk',
    title: 'Problems',
    trail: [{ text: 'Milepost', href: home }],
    page: { table },
  };
}

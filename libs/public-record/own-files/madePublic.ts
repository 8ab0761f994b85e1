import { dayCell } from '../cells/dayCell';
import { optional } from '../cells/optional';
import { periodCell } from '../cells/periodCell';
import { RowRefused } from '../cells/rowRefused';
import { lastDay } from '../plan/lastDay';
import type { MadePublic } from '../plan/plannedEvent';

/** The columns that say when a row's facts became public; a file may have either, or none where the option says it for all rows. */
export const publicColumns = { reported_on: optional(periodCell), published_on: optional(dayCell) };

/** When a row's facts became public: by its own columns, else by the option. A row for which nothing says so is refused. */
export function madePublic(
  row: { readonly reported_on: string | undefined; readonly published_on: string | undefined },
  publishedOn: string | undefined,
): MadePublic {
  if (row.reported_on !== undefined) return { on: lastDay(row.reported_on), how: 'reported' };
  const on = row.published_on ?? publishedOn;
  if (on !== undefined) return { on, how: 'published' };
  throw new RowRefused(
    'reported_on',
    'When did this become public? Say it in reported_on or published_on, or for all rows with --published-on.',
  );
}

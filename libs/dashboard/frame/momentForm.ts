import { formatDay } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import type { Visit } from '../visit/visit';

/** Three fields of a day as typed. */
export interface DayFields {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type MomentChoice = 'everything' | 'public' | 'held';

/** The form that leads to the same page at another moment; it is sent to `/position`, which answers with that page's address. */
export interface MomentForm {
  readonly action: string;
  /** Path and own parameters of the page to go back to. */
  readonly page: string;
  readonly on: DayFields;
  readonly choice: MomentChoice;
  readonly publicBy: DayFields;
  readonly held: DayFields;
}

export const EMPTY: DayFields = { day: '', month: '', year: '' };

export function momentForm({ context, asked, moment, path, query }: Visit): MomentForm {
  const own = new URLSearchParams(query).toString();
  return {
    action: `${context.basePath}/position`,
    page: own === '' ? path : `${path}?${own}`,
    on: fieldsOf(moment.asOf),
    choice: asked.publicBy !== undefined ? 'public' : asked.recordedBy !== undefined ? 'held' : 'everything',
    publicBy: moment.publicBy === undefined ? EMPTY : fieldsOf(moment.publicBy),
    held: heldFields(asked.recordedBy),
  };
}

function heldFields(recordedBy: string | undefined): DayFields {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(recordedBy ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return EMPTY;
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** A day in three fields. */
export function fieldsOf(day: Day): DayFields {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}

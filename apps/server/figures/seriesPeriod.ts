import { parseDay } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import type { Moment } from '@milepost/views';
import { invalidRequest } from '../http/requestProblems';

/** Years a series may span: enough for the programme's whole life and a bound on the work of one question. */
const MOST_DAYS = 50 * 366;

/** The period of a series as asked for: without days the year before the moment's, by month. Throws Problem 400. */
export function seriesPeriod(
  query: { readonly from?: string; readonly to?: string; readonly every?: 'month' | 'quarter' },
  moment: Moment,
): { readonly from: Day; readonly to: Day; readonly every: 'month' | 'quarter' } {
  const to = dayOf('to', query.to) ?? moment.asOf;
  const from = dayOf('from', query.from) ?? to - 365;
  if (from > to || to - from > MOST_DAYS) {
    throw invalidRequest([{ parameter: 'from', detail: 'Begin on or before the last day, at most 50 years earlier.' }]);
  }
  return { from, to, every: query.every ?? 'month' };
}

function dayOf(parameter: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw invalidRequest([{ parameter, detail: 'Write a day that exists as YYYY-MM-DD.' }]);
  return day;
}

import type { Day } from '../time/day';
import { formatDay, parseDay } from '../time/day';
import type { PublicMark, Rejection } from './decision';

/** Whether the public day is fit: a day that exists, not after today. */
export function readPublicDay(
  reportedOn: string | undefined,
  today: Day,
): { readonly day: Day; readonly mark: PublicMark } | { readonly rejected: Rejection } {
  if (reportedOn === undefined) return { day: today, mark: { on: formatDay(today), how: 'recorded' } };
  const day = parseDay(reportedOn);
  if (day === undefined) {
    const sentence = `${JSON.stringify(reportedOn)} is not a day that exists, YYYY-MM-DD.`;
    return { rejected: { rule: 'no-such-date', sentence, pointer: '/reportedOn' } };
  }
  if (day > today) {
    const sentence = 'Something cannot have been reported after today.';
    return { rejected: { rule: 'reported-after-today', sentence, pointer: '/reportedOn' } };
  }
  return { day, mark: { on: reportedOn, how: 'reported' } };
}

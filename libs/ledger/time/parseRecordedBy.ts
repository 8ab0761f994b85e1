import { DateTime } from 'luxon';
import { InvalidRecordedBy } from './invalidRecordedBy';

/** A number of entries, or all entries recorded before an instant (milliseconds since 1970). */
export type RecordedBy =
  { readonly kind: 'size'; readonly size: number } | { readonly kind: 'before'; readonly instant: number };

const SIZE = /^size:(0|[1-9]\d{0,14})$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** RFC 3339 section 5.6, `date-time`. */
const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * `size:N`; an instant (RFC 3339), which counts itself; or a day in Europe/London, which lasts until the next midnight there.
 * Recorded times are whole milliseconds, so a finer instant counts like its millisecond.
 * @throws InvalidRecordedBy
 */
export function parseRecordedBy(text: string): RecordedBy {
  const size = SIZE.exec(text)?.[1];
  if (size !== undefined) return { kind: 'size', size: Number(size) };
  if (DAY.test(text)) return { kind: 'before', instant: nextLondonMidnight(text) };
  if (INSTANT.test(text)) return { kind: 'before', instant: real(DateTime.fromISO(text.toUpperCase()), text) + 1 };
  throw new InvalidRecordedBy(text);
}

function nextLondonMidnight(day: string): number {
  return real(DateTime.fromISO(day, { zone: 'Europe/London' }).plus({ days: 1 }).startOf('day'), day);
}

function real(time: DateTime, text: string): number {
  if (!time.isValid) throw new InvalidRecordedBy(text);
  return time.toMillis();
}

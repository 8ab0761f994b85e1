import { DateTime } from 'luxon';

/** The instant at which a calendar day (`YYYY-MM-DD`) begins in Europe/London, milliseconds since 1970; undefined where there is no such day. */
export function startOfLondonDay(day: string): number | undefined {
  const start = DateTime.fromFormat(day, 'yyyy-MM-dd', { zone: 'Europe/London' });
  return start.isValid ? start.toMillis() : undefined;
}

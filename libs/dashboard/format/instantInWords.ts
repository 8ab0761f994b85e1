import { DateTime } from 'luxon';

/** `24 November 2026 at 8:02am`, London time, from milliseconds since 1970. */
export function instantInWords(instant: number): string {
  const time = DateTime.fromMillis(instant, { zone: 'Europe/London', locale: 'en-GB' });
  return `${time.toFormat('d MMMM yyyy')} at ${time.toFormat('h:mma').toLowerCase()}`;
}

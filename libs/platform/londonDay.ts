import { DateTime } from 'luxon';

/** The calendar day in Europe/London at an instant (milliseconds since 1970), `YYYY-MM-DD`. */
export function londonDay(instant: number): string {
  return DateTime.fromMillis(instant, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');
}

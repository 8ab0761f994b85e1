import { parseDay } from '@milepost/domain';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as people type it (`24/11/2026`, `24 11 2026`, `24 November 2026`, `2026-11-24`) as `YYYY-MM-DD`; undefined where it is none that exists. */
export function typedDay(text: string): string | undefined {
  const tidy = text.trim();
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[ /.-](\d{1,2}|[a-z]{3,9})[ /.-](\d{4})$/i.exec(tidy.replace(/ +/g, ' ')) ?? [];
  const number = /^\d/.test(month) ? month : String(monthOf(month));
  const written = year === '' ? tidy : `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(written) === undefined ? undefined : written;
}

/** From 1; 0 where it is no month. */
function monthOf(name: string): number {
  const wanted = name.toLowerCase();
  const at = MONTHS.indexOf(wanted.slice(0, 3));
  const whole = at < 0 ? '' : new Date(Date.UTC(2000, at)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
  return wanted.length === 3 || wanted === whole.toLowerCase() ? at + 1 : 0;
}

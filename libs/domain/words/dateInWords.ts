import { parseDay } from '../time/day';
import { dayRangeInWords } from './dayRangeInWords';
import { periodInWords } from './periodInWords';

/** A date with its precision, however the members that hold it are called. Texts, since a foreign writer may have written them. */
export interface DatedText {
  readonly on?: string | undefined;
  readonly by?: string | undefined;
  readonly precision?: string | undefined;
}

/** `about 2 November 2025`, `on or before 31 October 2024`, `between 3 and 9 November 2025`, in the middle of a sentence; never a day that nobody named. */
export function dateInWords({ on, by, precision }: DatedText): string {
  const first = on === undefined ? undefined : periodInWords(on);
  const last = by === undefined ? undefined : periodInWords(by);
  switch (precision) {
    case 'approximate_day':
      return first === undefined ? NOT_KNOWN : `about ${first}`;
    case 'between':
      return first === undefined || last === undefined
        ? NOT_KNOWN
        : `between ${range(on, by) ?? `${first} and ${last}`}`;
    case 'on_or_before':
      return last === undefined ? NOT_KNOWN : `on or before ${last}`;
    default:
      return first ?? NOT_KNOWN;
  }
}

const NOT_KNOWN = 'date not known';

function range(on: string | undefined, by: string | undefined): string | undefined {
  const from = parseDay(on ?? '');
  const to = parseDay(by ?? '');
  return from === undefined || to === undefined ? undefined : dayRangeInWords(from, to, 'and');
}

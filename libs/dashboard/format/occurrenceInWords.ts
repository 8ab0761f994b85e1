import { lastDayOf } from '@milepost/domain';
import type { Occurrence, Window } from '@milepost/domain';
import { capitalised } from './capitalised';
import { dateInWords } from './dateInWords';
import { dayInWords } from './dayInWords';
import { dayRangeInWords } from './dayRangeInWords';

/** When something was true, and, where its window says more than its date, the days between which that was. */
export interface OccurrenceInWords {
  readonly text: string;
  readonly note: string | undefined;
}

/** Draws ranges as ranges. A period that was cut to the day it became public says so: it was over by then. */
export function occurrenceInWords(occurrence: Occurrence, window: Window): OccurrenceInWords {
  const { occurredOn: on, occurredBy: by, precision } = occurrence;
  return { text: capitalised(dateInWords({ on, by, precision })), note: noteOf(occurrence, window) };
}

function noteOf({ precision, occurredOn, occurredBy }: Occurrence, { earliest, latest }: Window): string | undefined {
  if (precision === 'day' || !Number.isFinite(latest)) return undefined;
  if (precision === 'approximate_day') return `between ${dayRangeInWords(earliest, latest, 'and')}`;
  const written = occurredBy ?? occurredOn;
  return written !== undefined && lastDayOf(written) === latest
    ? undefined
    : `by ${dayInWords(latest)}, when it was public`;
}

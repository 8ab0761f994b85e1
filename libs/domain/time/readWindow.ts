import type { DateMember } from './datePrefix';
import type { Dates } from './dates';
import type { Day } from './day';
import { parseDay } from './day';
import { periodWindow } from './periodWindow';
import type { Precision } from './precision';
import { PRECISIONS } from './precision';
import type { Window } from './window';

/** What is wrong with a date, at which of its three members. */
export interface DateFault {
  readonly member: DateMember;
  /** `missing`; `not-allowed` beside this precision; `no-such-date`: of another form than the precision asks for, or not in the calendar; `not-later`. */
  readonly fault: 'missing' | 'not-allowed' | 'no-such-date' | 'not-later' | 'unknown-precision';
}

export type WindowReading = { readonly window: Window } | { readonly fault: DateFault };

const APPROXIMATELY: Day = 3;
const NONE: Window = { earliest: -Infinity, latest: Infinity };

/** Which of the two dates each precision has (fixed formats, "When it was true"). */
const TAKES: Readonly<Record<Precision, { readonly on: boolean; readonly by: boolean }>> = {
  day: { on: true, by: false },
  approximate_day: { on: true, by: false },
  month: { on: true, by: false },
  quarter: { on: true, by: false },
  year: { on: true, by: false },
  between: { on: true, by: true },
  on_or_before: { on: false, by: true },
  unknown: { on: false, by: false },
};

const PERIOD_LENGTH: Partial<Record<Precision, number>> = {
  month: 'YYYY-MM'.length,
  quarter: 'YYYY-Qn'.length,
  year: 'YYYY'.length,
};
const isPrecision = (value: unknown): value is Precision => (PRECISIONS as readonly unknown[]).includes(value);
const bad = (member: DateMember, fault: DateFault['fault']): WindowReading => ({ fault: { member, fault } });

function presence(value: unknown, wanted: boolean, member: DateMember): WindowReading | undefined {
  if (wanted && value === undefined) return bad(member, 'missing');
  if (!wanted && value !== undefined) return bad(member, 'not-allowed');
  return undefined;
}

const dayIn = (value: unknown): Day | undefined => (typeof value === 'string' ? parseDay(value) : undefined);

function onWindow(on: unknown, precision: Precision): Window | undefined {
  const length = PERIOD_LENGTH[precision];
  if (length !== undefined) {
    if (
      typeof on !== 'string' ||
      on.length !== length ||
      (precision !== 'year' && on.includes('Q') !== (precision === 'quarter'))
    )
      return undefined;
    return periodWindow(on);
  }
  const day = dayIn(on);
  if (day === undefined) return undefined;
  const spread = precision === 'approximate_day' ? APPROXIMATELY : 0;
  return { earliest: day - spread, latest: day + spread };
}

/**
 * Reads a date by the table of the fixed formats: both ends of the window count.
 * A date that does not exist, or does not agree with its precision, is told apart by its member.
 */
export function readWindow({ on, by, precision }: Dates): WindowReading {
  if (precision === undefined) return bad('Precision', 'missing');
  if (!isPrecision(precision)) return bad('Precision', 'unknown-precision');
  const takes = TAKES[precision];
  const missing = presence(on, takes.on, 'On') ?? presence(by, takes.by, 'By');
  if (missing) return missing;
  let window = NONE;
  if (takes.on) {
    const read = onWindow(on, precision);
    if (!read) return bad('On', 'no-such-date');
    window = read;
  }
  if (takes.by) {
    const last = dayIn(by);
    if (last === undefined) return bad('By', 'no-such-date');
    if (takes.on && last <= window.earliest) return bad('By', 'not-later');
    window = { earliest: window.earliest, latest: last };
  }
  return { window };
}

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
  /**
   * `missing`, or `not-allowed` beside this precision; `wrong-form`: not of the form that the precision asks for;
   * `no-such-date`: of that form, but not in the calendar; `not-later` than the first day.
   */
  readonly fault: 'missing' | 'not-allowed' | 'wrong-form' | 'no-such-date' | 'not-later' | 'unknown-precision';
}

export type WindowReading = { readonly window: Window } | { readonly fault: DateFault };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Which of the two dates each precision has, in which form (fixed formats, "When it was true"). */
const FORMS: Readonly<Record<Precision, { readonly on?: RegExp; readonly by?: RegExp }>> = {
  day: { on: DAY },
  approximate_day: { on: DAY },
  month: { on: /^\d{4}-\d{2}$/ },
  quarter: { on: /^\d{4}-Q\d$/ },
  year: { on: /^\d{4}$/ },
  between: { on: DAY, by: DAY },
  on_or_before: { by: DAY },
  unknown: {},
};

/** Days that an approximate day may be off, either way. */
const APPROXIMATELY = 3;

const isPrecision = (value: unknown): value is Precision => (PRECISIONS as readonly unknown[]).includes(value);

/** A member against the form that its precision asks for, none included. */
function formFault(value: unknown, form: RegExp | undefined): DateFault['fault'] | undefined {
  if (form === undefined) return value === undefined ? undefined : 'not-allowed';
  if (value === undefined) return 'missing';
  return typeof value === 'string' && form.test(value) ? undefined : 'wrong-form';
}

function spread(window: Window, precision: Precision): Window {
  if (precision !== 'approximate_day') return window;
  return { earliest: window.earliest - APPROXIMATELY, latest: window.latest + APPROXIMATELY };
}

/**
 * Reads a date by the table of the fixed formats: both ends of the window count, `-Infinity` and `Infinity` where there
 * is none. A date that does not exist, or does not agree with its precision, is told apart by its member.
 */
export function readWindow({ on, by, precision }: Dates): WindowReading {
  const fault = (member: DateMember, kind: DateFault['fault']): WindowReading => ({ fault: { member, fault: kind } });
  if (!isPrecision(precision)) return fault('Precision', precision === undefined ? 'missing' : 'unknown-precision');
  const form = FORMS[precision];
  const onFault = formFault(on, form.on);
  if (onFault) return fault('On', onFault);
  const byFault = formFault(by, form.by);
  if (byFault) return fault('By', byFault);
  const first = form.on && periodWindow(on as string);
  if (form.on && !first) return fault('On', 'no-such-date');
  const last: Day | undefined = form.by && parseDay(by as string);
  if (form.by && last === undefined) return fault('By', 'no-such-date');
  if (last === undefined)
    return { window: first ? spread(first, precision) : { earliest: -Infinity, latest: Infinity } };
  if (first && last <= first.earliest) return fault('By', 'not-later');
  return { window: { earliest: first?.earliest ?? -Infinity, latest: last } };
}

import type { Control } from '../control';
import type { Messages } from '../field';
import { typedIn } from '../typed';
import type { Typed } from '../typed';
import { dateControl, inputOf, readDate } from './dayInputs';
import type { DatePart, Reading } from './dayInputs';

export const SOURCE_DATE = 'source-date';
/** A quarter has an input of its own only where a source is dated by one. */
export const SOURCE_DATE_PARTS: readonly DatePart[] = ['day', 'month', 'quarter', 'year'];
const SHOWN: readonly DatePart[] = ['day', 'month', 'year'];

/** The date of a source as far as it is given: a day, a month, a quarter or a year; undefined where nothing was typed. */
export function readSourceDate(typed: Typed): Reading | undefined {
  const given = shownParts(typed).filter((part) => typedIn(typed, inputOf(SOURCE_DATE, part)) !== '');
  if (given.length === 0) return undefined;
  const parts = given.includes('day')
    ? SHOWN
    : given.includes('month')
      ? (['month', 'year'] as const)
      : [...given, 'year' as const];
  return readDate(typed, SOURCE_DATE, [...new Set(parts)], 'the date of the source');
}

export function sourceDateControl(typed: Typed, messages: Messages): Control {
  const label = 'Date of the source (optional)';
  const hint = 'As far as the source gives it: a year, a month and a year, or a day.';
  return dateControl({ id: SOURCE_DATE, label, hint, parts: shownParts(typed) }, typed, messages);
}

function shownParts(typed: Typed): readonly DatePart[] {
  return typedIn(typed, inputOf(SOURCE_DATE, 'quarter')) === '' ? SHOWN : ['quarter', 'year'];
}

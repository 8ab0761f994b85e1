import { formatDay, parseDay } from '@milepost/domain';
import { MONTHS } from '../../format/dayInWords';
import type { DateControl } from '../control';
import type { Fault, Messages } from '../field';
import { typedIn } from '../typed';
import type { Typed } from '../typed';

/** Parts of a date as inputs: `{id}-day`, `{id}-month` and so on. */
export type DatePart = 'day' | 'month' | 'quarter' | 'year';

const LABELS: Readonly<Record<DatePart, string>> = { day: 'Day', month: 'Month', quarter: 'Quarter', year: 'Year' };
const WIDTHS: Readonly<Record<DatePart, number>> = { day: 2, month: 2, quarter: 2, year: 4 };

export const DAY_PARTS: readonly DatePart[] = ['day', 'month', 'year'];

export const inputOf = (id: string, part: DatePart): string => `${id}-${part}`;
export const inputsOf = (id: string, parts: readonly DatePart[]): string[] => parts.map((part) => inputOf(id, part));

export type Reading = { readonly value: string } | { readonly fault: Fault };

/**
 * Reads the parts of a date as one text of the record: a day, a month, a quarter or a year.
 * @param what the date within a sentence: `the date it happened`
 */
export function readDate(typed: Typed, id: string, parts: readonly DatePart[], what: string): Reading {
  const texts = new Map(parts.map((part) => [part, typedIn(typed, inputOf(id, part))]));
  const missing = parts.filter((part) => texts.get(part) === '');
  const [firstMissing] = missing;
  if (firstMissing !== undefined) {
    if (missing.length === parts.length) return fault(id, firstMissing, `Enter ${what}`);
    const names = missing.map((part) => `a ${part}`).join(' and ');
    return fault(id, firstMissing, `${sentence(what)} must include ${names}`);
  }
  const year = texts.get('year') ?? '';
  if (!/^\d{4}$/.test(year)) return fault(id, 'year', 'Year must include 4 numbers');
  const value = textOf(texts, year);
  return value === undefined
    ? fault(id, parts[0] ?? 'year', `${sentence(what)} must be ${REAL[parts.join()] ?? 'a real date'}`)
    : { value };
}

const REAL: Readonly<Record<string, string>> = {
  'day,month,year': 'a real date, such as 31 3 2026',
  'month,year': 'a real month, such as 3 2026',
  'quarter,year': 'a quarter from 1 to 4 and a year, such as 2 2026',
};

function fault(id: string, part: DatePart, text: string): Reading {
  return { fault: { at: id, input: inputOf(id, part), text } };
}

function textOf(texts: ReadonlyMap<DatePart, string>, year: string): string | undefined {
  const [day, month, quarter] = [texts.get('day'), texts.get('month'), texts.get('quarter')];
  if (quarter !== undefined) return /^Q?[1-4]$/i.test(quarter) ? `${year}-Q${quarter.slice(-1)}` : undefined;
  if (month === undefined) return year;
  const number = monthOf(month);
  if (number === undefined) return undefined;
  if (day === undefined) return `${year}-${number}`;
  if (!/^\d{1,2}$/.test(day)) return undefined;
  const found = parseDay(`${year}-${number}-${day.padStart(2, '0')}`);
  return found === undefined ? undefined : formatDay(found);
}

/** A month as a number, or by its name or the name's first three letters. */
function monthOf(text: string): string | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? text.padStart(2, '0') : undefined;
  const named = MONTHS.findIndex((name) =>
    [name, name.slice(0, 3)].some((n) => n.toLowerCase() === text.toLowerCase()),
  );
  return named === -1 ? undefined : String(named + 1).padStart(2, '0');
}

/** What was typed for a text of the record, so that the inputs show it. */
export function fillDate(id: string, value: string): Typed {
  const [, year, month, day, quarter] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?$/.exec(value) ?? [];
  const parts = { year, month: plain(month), day: plain(day), quarter };
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, text]) => text !== undefined)
      .map(([part, text]) => [inputOf(id, part as DatePart), text as string]),
  );
}

const plain = (digits: string | undefined): string | undefined =>
  digits === undefined ? undefined : String(Number(digits));

/** The inputs of a date in one group. */
export function dateControl(
  { id, label, hint, parts }: { id: string; label: string; hint?: string; parts: readonly DatePart[] },
  typed: Typed,
  messages: Messages,
): DateControl {
  const error = messages.get(id);
  return {
    kind: 'date',
    id,
    label,
    hint,
    error,
    items: parts.map((part) => ({
      id: inputOf(id, part),
      label: LABELS[part],
      value: typed[inputOf(id, part)] ?? '',
      width: WIDTHS[part],
      wrong: error !== undefined,
    })),
  };
}

function sentence(what: string): string {
  return what.charAt(0).toUpperCase() + what.slice(1);
}

import { formatDay, parseDay, periodWindow } from '@milepost/domain';
import { capitalised } from '../../format/capitalised';
import { dateInWords } from '../../format/dateInWords';
import { textMember } from '../../format/eventMembers';
import type { EventData } from '../../format/eventMembers';
import type { Choice } from '../control';
import type { Fault, Field, Target, Written } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import type { Typed } from '../typed';
import { NONE } from './choiceField';
import { DAY_PARTS, dateControl, fillDate, inputsOf, readDate } from './dayInputs';
import type { DatePart } from './dayInputs';

export interface WhenFieldParts {
  /** The members that it fills: `occurredOn`, `occurredBy`, `precision`, or `plannedFor`, `plannedBy`, `plannedPrecision`. */
  readonly prefix: 'occurred' | 'planned';
  readonly label: string;
  readonly hint?: string;
  /** The date within a sentence: `when it happened`. */
  readonly what: string;
  /** Words for saying nothing, where that may be. */
  readonly none?: string;
}

/** How exactly a date is known, as offered. A financial year is a way to say both days of `between`. */
type How =
  'day' | 'approximate_day' | 'month' | 'quarter' | 'financial_year' | 'year' | 'between' | 'on_or_before' | 'unknown';

interface Way {
  readonly text: string;
  readonly hint?: string;
  /** Dates to type: the end of the id, its parts, and its label. */
  readonly dates: readonly { readonly name: string; readonly parts: readonly DatePart[]; readonly label: string }[];
}

const DAY = { name: '', parts: DAY_PARTS, label: 'Date' };
const WAYS: Readonly<Record<How, Way>> = {
  day: { text: 'On an exact day', dates: [DAY] },
  approximate_day: { text: 'On about a day', hint: 'Within 3 days before or after.', dates: [DAY] },
  month: { text: 'In a month', dates: [{ name: '', parts: ['month', 'year'], label: 'Month' }] },
  quarter: {
    text: 'In a quarter',
    hint: 'Of the calendar year: 1 is January to March.',
    dates: [{ name: '', parts: ['quarter', 'year'], label: 'Quarter' }],
  },
  financial_year: {
    text: 'In a financial year',
    hint: 'The year in which it begins: 2025 for April 2025 to March 2026.',
    dates: [{ name: '', parts: ['year'], label: 'Financial year' }],
  },
  year: { text: 'In a calendar year', dates: [{ name: '', parts: ['year'], label: 'Year' }] },
  between: {
    text: 'Between two days',
    dates: [
      { name: '-from', parts: DAY_PARTS, label: 'First day it can have been' },
      { name: '-to', parts: DAY_PARTS, label: 'Last day it can have been' },
    ],
  },
  on_or_before: { text: 'On or before a day', dates: [DAY] },
  unknown: { text: 'Not known', dates: [] },
};
const HOWS = Object.keys(WAYS) as readonly How[];

/** When something was true, or is planned for: how exactly that is known, and the date in that form; never a day that nobody named. */
export function whenField({ prefix, label, hint, what, none }: WhenFieldParts): Field {
  const names =
    prefix === 'occurred'
      ? { on: 'occurredOn', by: 'occurredBy', precision: 'precision' }
      : { on: 'plannedFor', by: 'plannedBy', precision: 'plannedPrecision' };
  const idOf = (how: How, name = ''): string => `${prefix}-${how}${name}`;
  const members = [names.on, names.by, names.precision];

  const write = (typed: Typed): Written => {
    const chosen = typedIn(typed, prefix);
    if (none !== undefined && (chosen === NONE || chosen === '')) return written({});
    if (!isHow(chosen)) return faulty(faultAt(prefix, `Select how exactly you know ${what}`));
    const { dates } = WAYS[chosen];
    const readings = dates.map(({ name, parts, label: dateLabel }) =>
      readDate(typed, idOf(chosen, name), parts, dates.length > 1 ? dateLabel.toLowerCase() : `the date for ${what}`),
    );
    const faults = readings.flatMap((reading) => ('fault' in reading ? [reading.fault] : []));
    if (faults.length > 0) return faulty(...faults);
    const values = readings.map((reading) => ('value' in reading ? reading.value : ''));
    const wrong = chosen === 'between' ? notLater(values, idOf('between', '-to')) : undefined;
    return wrong ? faulty(wrong) : written(membersOf(chosen, values));
  };

  const membersOf = (how: How, [first = '', second = '']: readonly string[]): EventData => {
    if (how === 'unknown') return { [names.precision]: how };
    if (how === 'on_or_before') return { [names.by]: first, [names.precision]: how };
    if (how === 'between') return { [names.on]: first, [names.by]: second, [names.precision]: how };
    if (how === 'financial_year') {
      const ends = { [names.on]: `${first}-04-01`, [names.by]: `${String(Number(first) + 1).padStart(4, '0')}-03-31` };
      return { ...ends, [names.precision]: 'between' };
    }
    return { [names.on]: first, [names.precision]: how };
  };

  return {
    id: prefix,
    label: capitalised(what),
    inputs: [
      prefix,
      ...HOWS.flatMap((how) => WAYS[how].dates.flatMap(({ name, parts }) => inputsOf(idOf(how, name), parts))),
    ],
    members,
    write,
    fill(data) {
      const how = textMember(data, names.precision);
      if (how === undefined || !isHow(how)) return {};
      const [on, by] = [textMember(data, names.on), textMember(data, names.by)];
      const first = how === 'on_or_before' ? by : on;
      return {
        [prefix]: how,
        ...(first === undefined ? {} : fillDate(idOf(how, how === 'between' ? '-from' : ''), first)),
        ...(how === 'between' && by !== undefined ? fillDate(idOf(how, '-to'), by) : {}),
      };
    },
    controls(typed, messages) {
      const chosen = typedIn(typed, prefix) || (none === undefined ? '' : NONE);
      const choices = HOWS.map((how, n): Choice => ({
        id: n === 0 ? prefix : `${prefix}-is-${how}`,
        value: how,
        text: WAYS[how].text,
        hint: WAYS[how].hint,
        checked: chosen === how,
        inside: WAYS[how].dates.map(({ name, parts, label: dateLabel }) =>
          dateControl({ id: idOf(how, name), label: dateLabel, parts }, typed, messages),
        ),
      }));
      const nothing = { id: `${prefix}-is-none`, value: NONE, text: none ?? '', checked: chosen === NONE };
      return [
        {
          kind: 'radios',
          id: prefix,
          name: prefix,
          label,
          hint,
          error: messages.get(prefix),
          choices: none === undefined ? choices : [nothing, ...choices],
        },
      ];
    },
    answer(data) {
      const [on, by, precision] = [names.on, names.by, names.precision].map((name) => textMember(data, name));
      return precision === undefined ? [] : [capitalised(dateInWords({ on, by, precision }))];
    },
    target(pointer, typed): Target | undefined {
      if (!members.includes(pointer.slice(1))) return undefined;
      const how = typedIn(typed, prefix);
      if (!isHow(how) || pointer === `/${names.precision}`) return { at: prefix, input: prefix };
      const { dates } = WAYS[how];
      const date = (pointer === `/${names.by}` ? dates.at(-1) : dates[0]) ?? undefined;
      if (date === undefined) return { at: prefix, input: prefix };
      const id = idOf(how, date.name);
      return { at: id, input: inputsOf(id, date.parts)[0] ?? id };
    },
  };
}

const isHow = (text: string): text is How => Object.hasOwn(WAYS, text);

function notLater([from = '', to = '']: readonly string[], id: string): Fault | undefined {
  const first = periodWindow(from)?.earliest;
  const last = parseDay(to);
  if (first === undefined || last === undefined || last > first) return undefined;
  const text = `Last day it can have been must be after ${dateInWords({ on: formatDay(first), precision: 'day' })}`;
  return { at: id, input: `${id}-day`, text };
}

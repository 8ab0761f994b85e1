import { formatDay, parseDay } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import type { AskedMoment } from '@milepost/views';
import { ownPath } from '../forms/ownPath';
import type { DayFields, MomentChoice, MomentForm } from '../frame/momentForm';
import { addressParts } from '../visit/addressParts';
import { pageLink } from '../visit/pageLink';
import { MOMENT_PARAMETERS } from '../visit/readQuery';
import type { Query } from '../visit/readQuery';

export const POSITION_PARAMETERS = [
  'page',
  'choice',
  ...['on', 'public', 'held'].flatMap((name) => [`${name}Day`, `${name}Month`, `${name}Year`]),
] as const;

/** What is wrong with each date of the form, where something is. */
export interface PositionErrors {
  readonly on?: string;
  readonly publicBy?: string;
  readonly held?: string;
}

/** Where the form leads, or what is wrong with it, with everything that was typed. */
export type Position = { readonly address: string } | { readonly form: MomentForm; readonly errors: PositionErrors };

/**
 * Reads the form of the moment.
 * @throws Problem `invalid-request` (400) where it names no page of ours to go back to.
 */
export function readPosition(basePath: string, query: Query): Position {
  const [path, own] = pageToGoBackTo(query['page'] ?? '/');
  const choice: MomentChoice = isChoice(query['choice']) ? query['choice'] : 'everything';
  const form: MomentForm = {
    action: `${basePath}/position`,
    page: query['page'] ?? '/',
    on: fields(query, 'on'),
    choice,
    publicBy: fields(query, 'public'),
    held: fields(query, 'held'),
  };
  const asOf = dayOf(form.on);
  const publicBy = choice === 'public' ? dayOf(form.publicBy) : undefined;
  const recordedBy = choice === 'held' ? dayOf(form.held) : undefined;
  const errors: PositionErrors = {
    ...(asOf === undefined ? { on: wrong('the position', form.on) } : {}),
    ...(choice === 'public' && publicBy === undefined
      ? { publicBy: wrong('what had been made public', form.publicBy) }
      : {}),
    ...(choice === 'held' && recordedBy === undefined ? { held: wrong('what Milepost held', form.held) } : {}),
  };
  if (Object.keys(errors).length > 0) return { form, errors };
  const moment: AskedMoment = { asOf, publicBy, recordedBy };
  return { address: pageLink(basePath, moment)(path, own) };
}

/** Only a path below our own base path: the form must not send its reader anywhere else. */
function pageToGoBackTo(page: string): [path: string, own: Record<string, string>] {
  const own = ownPath(page);
  if (own === undefined) throw notOurs();
  const { path, query } = addressParts(own);
  for (const name of MOMENT_PARAMETERS) query.delete(name);
  return [path, Object.fromEntries(query)];
}

function notOurs(): Problem {
  const detail =
    'The address of the page to go back to is not one of this site. Start again from the page you were on.';
  return new Problem({ slug: 'invalid-request', title: 'Invalid request', status: 400, detail });
}

function isChoice(text: string | undefined): text is MomentChoice {
  return text === 'everything' || text === 'public' || text === 'held';
}

/** The three fields of a day as typed. */
export function fields(query: Query, name: string): DayFields {
  const typed = (part: string): string => (query[`${name}${part}`] ?? '').trim();
  return { day: typed('Day'), month: typed('Month'), year: typed('Year') };
}

/** `YYYY-MM-DD`, where the fields name a day that exists. */
export function dayOf({ day, month, year }: DayFields): string | undefined {
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const found = parseDay(text);
  return found === undefined ? undefined : formatDay(found);
}

/** What is wrong with a day as typed. */
export function wrong(what: string, { day, month, year }: DayFields): string {
  if (day === '' && month === '' && year === '') return `Enter a date for ${what}`;
  const missing = [
    ...(day === '' ? ['a day'] : []),
    ...(month === '' ? ['a month'] : []),
    ...(year === '' ? ['a year'] : []),
  ];
  if (missing.length > 0) return `The date for ${what} must include ${missing.join(' and ')}`;
  return `The date for ${what} must be a real date, such as 31 3 2026`;
}

import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { BesideClaim, FactView } from '@milepost/views';
import { BesideAnswer, besideAnswer } from './besideAnswer';
import { FactAnswer, factAnswer } from './factAnswer';
import { Members } from './schemaParts';
import { table, whenOfFact } from './tables';

export const StatementAnswer = Members(
  {
    /** `/api/v1/statements/{id}` */
    id: Type.String(),
    ...FactAnswer.properties,
    beside: BesideAnswer,
  },
  'A public statement in the words and numbers of its speaker (in data), and what this record shows beside it.',
);
export type StatementAnswer = Static<typeof StatementAnswer>;

export function statementAnswer(fact: FactView, beside: BesideClaim): StatementAnswer {
  return { id: fact.subject.replace(/^statement-/, ''), ...factAnswer(fact), beside: besideAnswer(beside) };
}

type Cell = string | number | null;

/** A member as given, where it is a text or a number. */
function given(data: Readonly<Record<string, unknown>>, member: string): Cell {
  const value = data[member];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

const said = (member: string) => [member, ({ data }: StatementAnswer) => given(data, member)] as const;
const source = (member: string) => (answer: StatementAnswer) =>
  given((answer.data['source'] ?? {}) as Record<string, unknown>, member);

const SAID = [
  ...['speaker', 'kind', 'topic', 'metric', 'population', 'wording', 'numerator', 'denominator', 'percentLow'],
  ...['percentHigh', 'fromGbpMillions', 'toGbpMillions', 'targetDate', 'refersTo', 'refersToEnd', 'supersedes'],
];

/** The flat form: what was said as given, where it was read, and what the record counted. */
export const statementsTable = table<StatementAnswer>({
  id: ({ id }) => id,
  sequence: ({ sequence }) => sequence,
  fact: ({ fact }) => fact,
  version: ({ version }) => version,
  ...whenOfFact,
  ...Object.fromEntries(SAID.map(said)),
  parts: ({ data }) => (data['parts'] === undefined ? null : JSON.stringify(data['parts'])),
  sourceKind: source('kind'),
  publisher: source('publisher'),
  copies: source('copies'),
  address: source('url'),
  aboutFrom: ({ beside }) => beside.from,
  aboutTo: ({ beside }) => beside.to,
  aboutBasis: ({ beside }) => beside.basis,
  countedLow: ({ beside: { counted } }) => (counted.length === 0 ? null : Math.min(...counts(counted))),
  countedHigh: ({ beside: { counted } }) => (counted.length === 0 ? null : Math.max(...counts(counted))),
  denominatorCheck: ({ beside }) => beside.denominator.check,
  denominatorCountedUntil: ({ beside }) => beside.denominator.earlier?.to ?? null,
  changedSince: ({ beside }) => changes(beside.denominator.since),
  numeratorCheck: ({ beside }) => beside.numerator.check,
  numeratorNotKnown: ({ beside }) => beside.numerator.notKnown,
});

function counts(spans: StatementAnswer['beside']['counted']): readonly number[] {
  return spans.map(({ count }) => count);
}

/** `2025-01-01 -RAP`: from that day on a trust less; `+` one more. */
function changes(since: StatementAnswer['beside']['denominator']['since']): string | null {
  if (since.length === 0) return null;
  return since
    .map(({ day, opened, closed }) =>
      [day, ...opened.map(({ ods }) => `+${ods}`), ...closed.map(({ ods }) => `-${ods}`)].join(' '),
    )
    .join('; ');
}

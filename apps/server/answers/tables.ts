import type { Static } from '@sinclair/typebox';
import type { Table } from '../http/answer';
import type { EntryAnswer } from './entryAnswer';
import type { FactAnswer } from './factAnswer';
import type { FigureAnswer, MemberAnswer, PointAnswer } from './figureAnswer';
import type { HistoryItemAnswer } from './historyAnswer';
import type { TrustRowAnswer } from './trustAnswer';

/** The flat form of answers, for CSV and JSON Lines. */

/** How answers of one kind become a table: the value of each column. */
export function table<T>(columns: Readonly<Record<string, (item: T) => string | number | boolean | null>>) {
  const names = Object.keys(columns);
  return (items: readonly T[]): Table => ({
    columns: names,
    rows: items.map((item) => Object.fromEntries(names.map((name) => [name, columns[name]?.(item) ?? null]))),
  });
}

export const trustsTable = table<TrustRowAnswer>({
  ods: ({ ods }) => ods,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  country: ({ country }) => country,
  scope: ({ scope }) => scope,
  openedEarliest: ({ opened }) => opened?.earliest ?? null,
  openedLatest: ({ opened }) => opened?.latest ?? null,
  closedEarliest: ({ closed }) => closed?.earliest ?? null,
  closedLatest: ({ closed }) => closed?.latest ?? null,
  icb: ({ icb }) => icb.value,
  region: ({ region }) => region.value,
  type: ({ type }) => type.value,
  eprState: ({ eprState }) => eprState.level,
  eprStateEntry: ({ eprState }) => eprState.why,
  eprReports: ({ eprReports }) => eprReports,
});

/** When a fact was true, when it became public, and whether that stands: the same columns wherever facts are listed. */
export const whenOfFact = {
  earliest: ({ window }: FactAnswer) => window.earliest,
  latest: ({ window }: FactAnswer) => window.latest,
  precision: ({ precision }: FactAnswer) => precision,
  publicOn: ({ publicOn }: FactAnswer) => publicOn,
  publicHow: ({ publicHow }: FactAnswer) => publicHow,
  disputed: ({ disputed }: FactAnswer) => disputed,
};

export const factsTable = table<FactAnswer>({
  sequence: ({ sequence }) => sequence,
  fact: ({ fact }) => fact,
  version: ({ version }) => version,
  type: ({ type }) => type,
  subject: ({ subject }) => subject,
  ...whenOfFact,
  data: ({ data }) => JSON.stringify(data),
});

export const historyTable = table<HistoryItemAnswer>({
  sequence: ({ sequence }) => sequence,
  id: ({ id }) => id,
  type: ({ type }) => type,
  fact: ({ fact }) => fact,
  replaces: ({ replaces }) => replaces,
  reason: ({ reason }) => reason,
  publicOn: ({ publicOn }) => publicOn,
  recordedAt: ({ recordedAt }) => recordedAt,
  effective: ({ effective }) => effective,
  data: ({ data }) => JSON.stringify(data),
});

export const entriesTable = table<EntryAnswer>({
  sequence: ({ sequence }) => sequence,
  id: ({ id }) => id,
  stream: ({ stream }) => stream,
  revision: ({ revision }) => revision,
  type: ({ type }) => type,
  recordedAt: ({ recordedAt }) => recordedAt,
  ours: ({ ours }) => ours,
  data: ({ data }) => JSON.stringify(data),
  metadata: ({ metadata }) => JSON.stringify(metadata),
});

type Numbers = Static<typeof PointAnswer>;
const figure = {
  numerator: ({ numerator }: Omit<Numbers, 'day'>) => numerator,
  denominator: ({ denominator }: Omit<Numbers, 'day'>) => denominator,
  notKnown: ({ notKnown }: Omit<Numbers, 'day'>) => notKnown,
  disputed: ({ disputed }: Omit<Numbers, 'day'>) => disputed,
  percentLow: ({ percentLow }: Omit<Numbers, 'day'>) => percentLow,
  percentHigh: ({ percentHigh }: Omit<Numbers, 'day'>) => percentHigh,
};

/** One row overall, or one a group where groups were asked for. */
export function figureTable(answer: Omit<Static<typeof FigureAnswer>, 'metric'>): Table {
  const rows = answer.groups ?? [{ ...answer, group: null }];
  return table<(typeof rows)[number]>({ group: ({ group }) => group, ...figure })(rows);
}

export const seriesTable = table<Numbers>({ day: ({ day }) => day, ...figure });

type Member = Static<typeof MemberAnswer>;
/** The columns of a trust behind a figure. */
export const memberColumns = {
  ods: ({ ods }: Member) => ods,
  name: ({ name }: Member) => name,
  verdict: ({ verdict }: Member) => verdict,
  scopeEntry: ({ scopeWhy }: Member) => scopeWhy,
  entry: ({ why }: Member) => why,
  reason: ({ reason }: Member) => reason,
};

export const membersTable = table<Member>(memberColumns);

import type { Day } from '@milepost/domain';
import type { AskedMoment, FigureMetric } from '@milepost/views';
import { EMPTY, fieldsOf } from '../frame/momentForm';
import type { DayFields } from '../frame/momentForm';
import { FIGURES_IN_WORDS } from '../pages/figuresInWords';
import { dayOf, fields, wrong } from '../pages/readPosition';
import { pageLink } from '../visit/pageLink';
import type { Query } from '../visit/readQuery';
import type { Visit } from '../visit/visit';
import type { BetweenMoments } from './betweenMoments';
import { metricOf } from './metricOf';

const DATES = ['first', 'firstPublic', 'second', 'secondPublic'] as const;
type DateName = (typeof DATES)[number];

export const PAIR_PARAMETERS = [
  'metric',
  ...DATES.flatMap((name) => [`${name}Day`, `${name}Month`, `${name}Year`]),
] as const;

/** The form that leads to two positions side by side. It is sent to `/compare/choose`, which answers with their page. */
export interface PairForm {
  readonly action: string;
  readonly metrics: readonly { readonly value: string; readonly text: string; readonly chosen: boolean }[];
  readonly dates: Readonly<Record<DateName, DayFields>>;
}

export type PairErrors = Partial<Record<DateName, string>>;

export function pairForm({ context, moment }: Visit, { from }: BetweenMoments, metric: FigureMetric): PairForm {
  return formOf(context.basePath, metric, {
    first: fieldsOf(from.asOf),
    firstPublic: limitOf(from.publicBy),
    second: fieldsOf(moment.asOf),
    secondPublic: limitOf(moment.publicBy),
  });
}

function formOf(basePath: string, metric: FigureMetric, dates: PairForm['dates']): PairForm {
  const metrics = Object.entries(FIGURES_IN_WORDS).map(([value, { title }]) => ({
    value,
    text: title,
    chosen: value === metric,
  }));
  return { action: `${basePath}/compare/choose`, metrics, dates };
}

/** Where the form leads, or what is wrong with it, everything typed still in place. @throws Problem `unknown-metric` */
export function readPair(
  basePath: string,
  query: Query,
): { readonly address: string } | { readonly form: PairForm; readonly errors: PairErrors } {
  const metric = metricOf(query['metric']);
  const dates = Object.fromEntries(DATES.map((name) => [name, fields(query, name)])) as PairForm['dates'];
  const days = Object.fromEntries(DATES.map((name) => [name, dayOf(dates[name])])) as Record<
    DateName,
    string | undefined
  >;
  const errors: PairErrors = {};
  for (const name of DATES) {
    const mayBeEmpty = name === 'firstPublic' || name === 'secondPublic';
    if (days[name] === undefined && !(mayBeEmpty && isEmpty(dates[name])))
      errors[name] = wrong(IN_WORDS[name], dates[name]);
  }
  const isLimited = [dates.firstPublic, dates.secondPublic].map((fields) => !isEmpty(fields));
  if (isLimited[0] !== isLimited[1]) {
    const empty = isLimited[0] === true ? 'secondPublic' : 'firstPublic';
    errors[empty] = `Enter a date for ${IN_WORDS[empty]} too, or leave both empty`;
  }
  if (Object.keys(errors).length > 0) return { form: formOf(basePath, metric, dates), errors };
  const second: AskedMoment = { asOf: days.second, publicBy: days.secondPublic };
  const first = { 'from.asOf': days.first, 'from.publicBy': days.firstPublic };
  return { address: pageLink(basePath, second)('/compare', { metric, ...first }) };
}

const IN_WORDS: Readonly<Record<DateName, string>> = {
  first: 'the first position',
  firstPublic: 'what had been made public for the first position',
  second: 'the second position',
  secondPublic: 'what had been made public for the second position',
};

const isEmpty = ({ day, month, year }: DayFields): boolean => day === '' && month === '' && year === '';

const limitOf = (day: Day | undefined): DayFields => (day === undefined ? EMPTY : fieldsOf(day));

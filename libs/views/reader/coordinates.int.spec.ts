import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { distinctMoments } from '../testing/distinctMoments';
import type { ViewsReader } from './viewsReader';
import { viewsOver } from '../testing/viewsOver';

const day = (text: string): number => parseDay(text) as number;
const { events, ods, fact, kind, days, sizes, publicDays } = distinctMoments();

type Ask = (reader: ViewsReader, moment: Moment) => unknown;
const period = [day('2023-08-01'), day('2023-12-31'), 'month'] as const;

/** By the same limits, on a day before anything was true. */
const BEGUN = (moment: Moment): { from: Moment } => ({ from: { ...moment, asOf: day('2000-01-01') } });

/** Every question; those of the second list are not about a day. */
const QUESTIONS: Readonly<Record<string, Ask>> = {
  trusts: (reader, moment) => reader.trusts(moment, {}, 0, 10),
  'trusts, filtered': (reader, moment) =>
    reader.trusts(moment, { search: 'foundation', eprState: 'live' }, 0, 10).total,
  trust: (reader, moment) => reader.trust(moment, ods),
  timeline: (reader, moment) => reader.timeline(moment, ods),
  assessments: (reader, moment) => reader.assessments(moment, ods),
  facts: (reader, moment) => reader.facts(moment, kind, 0, 10),
  milestones: (reader, moment) => reader.milestones(moment, 0, 10),
  icbs: (reader, moment) => reader.icbs(moment),
  'figure in-scope': (reader, moment) => reader.figure(moment, 'in-scope', undefined),
  'figure epr-live by region': (reader, moment) => reader.figure(moment, 'epr-live', 'region'),
  'movement up to it': (reader, moment) =>
    reader.movement({ ...BEGUN(moment), to: moment, metric: 'in-scope' }, 'region'),
  'movement from it': (reader, moment) =>
    reader.movement({ from: moment, to: BEGUN(moment).from, metric: 'epr-live' }, undefined),
  'trusts that moved': (reader, moment) =>
    reader.movedTrusts({ ...BEGUN(moment), to: moment, metric: 'epr-live' }, undefined, undefined, 0, 10),
  'comparison up to it': (reader, moment) => reader.compare(BEGUN(moment).from, moment, 0, 100),
  members: (reader, moment) => reader.members(moment, 'epr-live-or-implementing', 0, 10),
};
const WITHOUT_A_DAY: Readonly<Record<string, Ask>> = {
  history: (reader, moment) => reader.history(moment, ods),
  fact: (reader, moment) => reader.fact(moment, fact),
  series: (reader, moment) => reader.series(moment, 'epr-live', ...period),
};

describe('every coordinate of the moment matters to every question', () => {
  const views = viewsOver(events);
  const late: Moment = { asOf: day(days[1]), size: sizes[1], publicBy: undefined };
  const differs = (ask: Ask, one: Moment, other: Moment): void =>
    expect(JSON.stringify(ask(views.reader, one))).not.toBe(JSON.stringify(ask(views.reader, other)));

  it.each(Object.entries(QUESTIONS))('%s by day', (_, ask) => {
    differs(ask, { ...late, asOf: day(days[0]) }, late);
  });
  it.each(Object.entries({ ...QUESTIONS, ...WITHOUT_A_DAY }))('%s by size', (_, ask) => {
    differs(ask, { ...late, size: sizes[0] }, late);
  });
  it.each(Object.entries({ ...QUESTIONS, ...WITHOUT_A_DAY }))('%s by public day', (_, ask) => {
    differs(ask, { ...late, publicBy: day(publicDays[0]) }, { ...late, publicBy: day(publicDays[1]) });
  });
  it.each(Object.entries({ ...QUESTIONS, ...WITHOUT_A_DAY }))('%s by public day at an earlier size', (_, ask) => {
    const earlier = { ...late, size: sizes[0] };
    const withLimit = { ...earlier, publicBy: day(publicDays[1]) };
    expect(ask(views.reader, withLimit)).toEqual(ask(views.reader, earlier));
    differs(ask, withLimit, { ...late, publicBy: day(publicDays[1]) });
  });

  it('trusts of one scope, and how many are of another, are all that match', () => {
    for (const asOf of [...days.map(day), day('2000-01-01'), day('2099-01-01')]) {
      const { total } = views.reader.trusts({ ...late, asOf }, { search: ods }, 0, 1);
      const counts = (['in', 'out', 'not-known'] as const).map((scope) => {
        const found = views.reader.trusts({ ...late, asOf }, { search: ods, scope }, 0, 1);
        expect(found.total + found.outOfScope).toBe(total);
        return found.total;
      });
      expect(counts.reduce((sum, count) => sum + count)).toBe(total);
    }
    expect(views.reader.trusts(late, { search: ods }, 0, 1)).toMatchObject({ total: 1, outOfScope: 0 });
    expect(views.reader.trusts(late, { search: ods, scope: 'out' }, 0, 1)).toMatchObject({ total: 0, outOfScope: 1 });
  });
});

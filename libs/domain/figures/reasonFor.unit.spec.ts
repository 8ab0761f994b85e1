import { effectiveVersions } from '../facts/effectiveVersions';
import type { LevelRule, Verdict } from '../rules/levelRule';
import { eprLiveOrImplementingRule, eprLiveRule } from '../rules/eprCoverageRule';
import { lateAgainstFirstPlanRule, lateAgainstPlanRule, lateOn, planPublishedRule } from '../rules/planRules';
import { verdictOn } from '../rules/profileOf';
import { scopeRule } from '../rules/scopeRule';
import type { Told } from '../testing/story';
import { day, inMonth, on, registered, stream } from '../testing/story';
import type { Day } from '../time/day';
import type { FigureMetric } from './reasonFor';
import { reasonFor } from './reasonFor';

const RULES: Readonly<Record<FigureMetric, LevelRule<unknown>>> = {
  'in-scope': scopeRule,
  'epr-live': eprLiveRule,
  'epr-live-or-implementing': eprLiveOrImplementingRule,
  'late-against-plan': lateAgainstPlanRule,
  'late-against-first-plan': lateAgainstFirstPlanRule,
  'plan-published': planPublishedRule,
};

/** As if all were reported up to the end of 2025. */
const read = (metric: FigureMetric, verdict: Verdict, on: Day): Verdict =>
  metric.startsWith('late') ? lateOn(verdict, on, day('2025-12-31')) : verdict;

function reason(metric: FigureMetric, told: readonly Told[], date: string): string {
  const facts = effectiveVersions(stream(...told));
  const verdict = read(metric, verdictOn(RULES[metric], facts, day(date)), day(date));
  const fact = facts.find(({ sequence }) => sequence === verdict.why);
  return reasonFor(metric, verdict, { fact, day: day(date) });
}

const a = { deployment: 'rx1-nervecentre' };

const planned = (plannedFor: string): Told =>
  on('2024-01-10', 'EprGoLivePlanned.v1', { ...a, plannedFor, plannedPrecision: 'month' });

describe('why a trust counts or does not', () => {
  it.each<[string, FigureMetric, readonly Told[], string, string]>([
    ['silence', 'epr-live', [], '2026-01-01', 'Not known: nothing in this record says whether an EPR is in use.'],
    [
      'a go-live',
      'epr-live',
      [on('2025-11-02', 'EprWentLive.v1', a)],
      '2026-01-01',
      'An EPR is in use: the go-live of rx1-nervecentre is recorded, and nothing by this day that ends it.',
    ],
    [
      'a month that is not over',
      'epr-live',
      [inMonth('2025-11', 'EprWentLive.v1', a)],
      '2025-11-15',
      'Not known on this day: the record dates the go-live of rx1-nervecentre only to a period that this day lies in.',
    ],
    [
      'a suspension',
      'epr-live',
      [on('2025-11-02', 'EprWentLive.v1', a), on('2025-11-04', 'EprUseSuspended.v1', a)],
      '2026-01-01',
      'Not known: the suspension of rx1-nervecentre is recorded, and nothing says whether an EPR is in use elsewhere in the trust.',
    ],
    [
      'a contract',
      'epr-live-or-implementing',
      [on('2025-11-02', 'EprContractSigned.v1', a)],
      '2026-01-01',
      'Not known: the furthest step recorded is the signing of the contract of rx1-nervecentre, which does not say whether an EPR is in use or being put in.',
    ],
    [
      'a return that says so',
      'epr-live',
      [on('2025-03-31', 'EprStateReported.v1', { state: 'procuring' })],
      '2026-01-01',
      'No, by a return about the whole trust that says “procuring”; nothing recorded by this day has got further since.',
    ],
    ['no plan', 'late-against-plan', [], '2025-12-31', 'Not known: no plan of a go-live is in this record.'],
    [
      'a plan whose day is over',
      'late-against-plan',
      [planned('2024-09')],
      '2024-10-01',
      'Late: the day given by a plan for the go-live of rx1-nervecentre is over, and nothing by this day says that it went live.',
    ],
    [
      'a plan whose day is to come',
      'late-against-first-plan',
      [planned('2024-09')],
      '2024-09-30',
      'Not late: the day given by a plan for the go-live of rx1-nervecentre is not over.',
    ],
    [
      'a postponement without a date',
      'late-against-plan',
      [on('2024-08-01', 'EprGoLivePostponed.v1', a)],
      '2025-01-01',
      'Not late against a day: a postponement of the go-live of rx1-nervecentre gives no new one.',
    ],
    [
      'a plan beyond what is reported',
      'late-against-plan',
      [planned('2024-09')],
      '2026-01-01',
      'Not known: a plan for the go-live of rx1-nervecentre is the last that is recorded, and nothing says what became of it up to this day.',
    ],
    [
      'a plan that was kept',
      'late-against-plan',
      [planned('2024-09'), on('2024-09-14', 'EprWentLive.v1', a)],
      '2026-01-01',
      'Not late: the go-live of rx1-nervecentre is recorded, and no plan since.',
    ],
    [
      'a published plan',
      'plan-published',
      [on('2024-02-01', 'EprPlanPublished.v1', a)],
      '2026-01-01',
      'A plan is recorded: the publication of a plan of rx1-nervecentre.',
    ],
    ['no published plan', 'plan-published', [], '2026-01-01', 'Not known: no plan is in this record.'],
    ['an opening', 'in-scope', [registered()], '2026-01-01', 'Registered in England, and not closed by this day.'],
    ['no opening yet', 'in-scope', [registered()], '1990-01-01', 'Not open yet on this day.'],
    [
      'a closing',
      'in-scope',
      [registered(), on('2024-10-31', 'TrustClosed.v1')],
      '2024-11-01',
      'Closed before this day.',
    ],
    [
      'a closing within a month',
      'in-scope',
      [registered(), inMonth('2024-10', 'TrustClosed.v1')],
      '2024-10-31',
      'Not known on this day: the record dates its closing only to a period that this day lies in.',
    ],
  ])('%s', (_, metric, told, date, sentence) => {
    expect(reason(metric, told, date)).toBe(sentence);
  });

  it('names a Welsh trust as one', () => {
    const welsh = { ...registered(), data: { ...registered().data, country: 'Wales' } };
    expect(reason('in-scope', [welsh], '2026-01-01')).toBe('A trust of the NHS in Wales, which is not counted.');
  });
});

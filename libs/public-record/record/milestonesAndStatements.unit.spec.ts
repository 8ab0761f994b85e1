import { inOrder } from '../plan/inOrder';
import { planPublicRecord } from './planPublicRecord';

const events = inOrder(planPublicRecord()).map(({ event }) => event);
const ofKey = (key: string) => events.filter((event) => event.key === key);
const ofFile = (subject: RegExp) => events.filter((event) => subject.test(event.subject));

describe('milestones', () => {
  it.each([
    ['ren-go-live-2016', 'EprWentLive.v1'],
    ['rj1-contract-2020', 'EprContractSigned.v1'],
    ['rj1-postponed-2023', 'EprGoLivePostponed.v1'],
    ['rhq-plan-1', 'EprGoLivePlanned.v1'],
    ['rhq-contract-announced-2024', 'EprContractAwarded.v1'],
    ['rf4-plan-shared-2023', 'EprPlanPublished.v1'],
    ['rcf-rating-2026', 'EprProgrammeRated.v1'],
    ['rx1-incident-2025', 'IncidentReported.v1'],
    ['rx1-suspended-2025', 'EprUseSuspended.v1'],
  ])('%s is one %s of its trust', (key, type) => {
    expect(ofKey(key).map((event) => event.type)).toEqual([type]);
    expect(ofKey(key)[0]?.subject).toBe(`trust-${key.slice(0, 3).toUpperCase()}`);
  });

  it('keeps a plan apart from the day that it plans for', () => {
    expect(ofKey('rcf-plan-3')).toEqual([
      {
        subject: 'trust-RCF',
        type: 'EprGoLivePlanned.v1',
        key: 'rcf-plan-3',
        data: {
          occurredBy: '2026-01-14',
          precision: 'on_or_before',
          plannedFor: '2026-10-19',
          plannedPrecision: 'day',
          deployment: 'rcf-oracle',
          trustName: 'Airedale NHS Foundation Trust',
          productSupplier: 'Oracle Health',
          detail: 'third plan: after the March 2026 programme deadline; board paper dated 14 January 2026',
          source: {
            publisher: 'Digital Health (staging copy)',
            kind: 'copy',
            copies: 'Digital Health News',
            date: '2026-01-14',
          },
        },
        public: { on: '2026-01-14', how: 'reported' },
      },
    ]);
  });

  it('gives a postponement without a new date none', () => {
    const postponed = ofKey('rkb-postponed-2023')[0]?.data ?? {};

    expect(postponed).toMatchObject({ occurredOn: '2023-10', precision: 'month' });
    expect(Object.keys(postponed).filter((member) => member.startsWith('planned'))).toEqual([]);
  });

  it('takes the last day of the report, or the day of the record where there is none', () => {
    expect(ofKey('rj1-go-live-2023')[0]?.public).toEqual({ on: '2023-10-31', how: 'reported' });
    expect(ofKey('ren-go-live-2016')[0]?.public).toEqual({ on: '2026-11-24', how: 'compiled' });
    expect(ofKey('rm1-postponed')[0]?.data).toMatchObject({ precision: 'unknown' });
  });

  it('reads from which rating to which out of the words', () => {
    expect(ofKey('rcf-rating-2026')[0]?.data).toMatchObject({ previousRating: 'red', rating: 'amber' });
  });

  it('makes a contract of four unnamed trusts a shared programme', () => {
    const shared = ofKey('somerset-dorset-contract');

    expect(shared.map(({ subject, type }) => [subject, type])).toEqual([
      ['sharedepr-somerset-dorset', 'SharedEprFormed.v1'],
      ['sharedepr-somerset-dorset', 'EprContractAwarded.v1'],
    ]);
    expect(shared[1]?.data).toMatchObject({ precision: 'unknown', stage: 'awarded', unnamedMembers: 4 });
    expect(shared[1]?.data.members).toBeUndefined();
  });

  it('speaks of sixteen trusts', () => {
    const trusts = events.filter(({ type, subject }) => /^(Epr|Incident)/.test(type) && subject.startsWith('trust-'));

    expect(new Set(trusts.map(({ subject }) => subject)).size).toBe(16);
  });
});

describe('statements', () => {
  it('are recorded each by itself, with what they say and no more', () => {
    expect(ofKey('july-2022-49-of-211')).toEqual([
      {
        subject: 'statement-july-2022-49-of-211',
        type: 'StatementPublished.v1',
        key: 'july-2022-49-of-211',
        data: {
          occurredOn: '2022-07-14',
          precision: 'day',
          speaker: 'not known (shown at a techUK session)',
          kind: 'claim',
          topic: 'status_claim',
          metric: 'meets_standard',
          population: 'NHS trusts in England',
          wording:
            '49 meet the standard, 132 need extension or optimisation, 11 in procurement or implementation, 19 at business case',
          numerator: 49,
          denominator: 211,
          percentLow: 23,
          percentHigh: 23,
          parts: [
            { label: 'meets the standard', count: 49 },
            { label: 'needs extension or optimisation', count: 132 },
            { label: 'in procurement or implementation', count: 11 },
            { label: 'at business case', count: 19 },
          ],
          refersTo: '2022-07',
          source: {
            publisher: 'Health Tech Newspaper',
            kind: 'press',
            url: 'https://htn.co.uk/2022/07/14/techuk-explores-results-of-nhs-epr-usability-survey',
          },
        },
        public: { on: '2022-07-14', how: 'published' },
      },
    ]);
  });

  it('keep a part without a number as words, and a period as two days', () => {
    expect(ofKey('news-2025-56-percent')[0]?.data.parts).toEqual([
      { label: 'still to meet the standard for the target', size: 'nearly 30' },
    ]);
    expect(ofKey('budget-2023-cut')[0]?.data).toMatchObject({ refersTo: '2022-04-01', refersToEnd: '2023-03-31' });
  });

  it('are public on the last day of what is known of their day', () => {
    expect(ofKey('hl7395-187-of-206')[0]?.public).toEqual({ on: '2025-12-31', how: 'published' });
    expect(ofKey('programme-end-2026')[0]?.public).toEqual({ on: '2023-07-31', how: 'published' });
  });

  it('name the earlier one where a speaker corrects itself', () => {
    expect(ofKey('dma-results-v2')[0]?.data.supersedes).toBe('dma-results-v1');
  });

  it('move the programme, which is all that the record shows was moved', () => {
    const changes = ofFile(/^programme-/);

    expect(new Set(changes.map(({ subject }) => subject))).toEqual(new Set(['programme-frontline-digitisation']));
    expect(changes.map(({ type, key }) => [type, key])).toEqual([
      ['ProgrammeLaunched.v1', 'frontline-digitisation-launched'],
      ['RatingPublished.v1', 'ipa-2023-amber-to-red'],
      ['ProgrammeEndRevised.v1', 'programme-end-2026'],
      ['FundingRevised.v1', 'budget-2023-cut'],
      ['FundingRevised.v1', 'budget-2023-cut-600m'],
      ['ProgrammeSucceeded.v1', 'frontline-productivity-2026'],
    ]);
    expect(events.filter(({ type }) => type === 'DeadlineExtended.v1')).toEqual([]);
  });

  it('change targets with their wording, threshold and date', () => {
    const told = ofFile(/^target-/).map(({ subject, type, data }) => [
      subject.slice('target-'.length),
      type,
      data.thresholdPercentLow,
      data.deadlineOn,
    ]);

    expect(told).toEqual([
      ['core-level', 'TargetSet.v1', undefined, '2024'],
      ['core-level', 'TargetReworded.v1', undefined, '2025-03'],
      ['epr-coverage', 'TargetSet.v1', 90, '2023-12'],
      ['epr-coverage', 'ThresholdChanged.v1', 100, '2025-03'],
      ['core-level', 'TargetReworded.v1', undefined, '2025-03'],
      ['epr-coverage-or-in-progress', 'TargetSet.v1', 100, '2026-03'],
      ['core-level', 'ThresholdChanged.v1', 70, '2026-03'],
    ]);
  });

  it('never say who decided, nor when: the record does not', () => {
    const changes = ofFile(/^(target|programme)-/).filter(({ type }) => type !== 'RatingPublished.v1');

    expect(changes.every(({ data }) => data.decidedPrecision === 'unknown' && data.authority === undefined)).toBe(true);
  });

  it('publish a rating as at a day, out of the words', () => {
    expect(ofKey('ipa-2023-amber-to-red')[1]?.data).toMatchObject({
      previousRating: 'amber',
      rating: 'red',
      asAtOn: '2023-03-31',
      asAtPrecision: 'day',
    });
  });
});

import { eventChecker } from '@milepost/event-store';
import type { JsonObject } from '@milepost/event-store';
import { inOrder } from '../plan/inOrder';
import type { PlannedEvent } from '../plan/plannedEvent';
import { registry } from '../testing/registry';
import { planPublicRecord } from './planPublicRecord';

const plan = planPublicRecord();
const ordered = inOrder(plan);
const events = ordered.map(({ event }) => event);
const ofType = (type: string): PlannedEvent[] => events.filter((event) => event.type === type);
const ofKey = (key: string): PlannedEvent[] => events.filter((event) => event.key === key);

const dayOf = ({ occurredOn, occurredBy }: JsonObject) => (occurredOn ?? occurredBy) as string;

/** Counting lives by hand: what was registered in England by the day and not closed before it. */
function openOn(day: string, publicBy = '9999-12-31'): number {
  const seen = events.filter((event) => event.public.on <= publicBy);
  const closed = new Set(
    seen.filter(({ type, data }) => type === 'TrustClosed.v1' && dayOf(data) < day).map(({ subject }) => subject),
  );
  return seen.filter(
    ({ type, data, subject }) =>
      type === 'TrustRegistered.v1' && data.country === 'England' && dayOf(data) <= day && !closed.has(subject),
  ).length;
}

describe('the plan of the public record', () => {
  it.each([
    ['icbs.csv', 48, 48],
    ['trusts.csv', 278, 278],
    ['trust_lists.csv', 821, 821],
    ['trust_moves.csv', 53, 53],
    ['trust_successions.csv', 68, 67],
    ['statements.csv', 35, 35],
    ['epr_milestones.csv', 30, 30],
    ['dma_assessments.csv', 570, 570],
    ['denominators.csv', 16, 0],
  ])('takes every row of %s: %i, of which %i give events', (name, rows, giving) => {
    const file = plan.files.find(({ file }) => file === name);

    expect(file?.rows).toHaveLength(rows);
    expect(file?.rows.filter((row) => 'events' in row)).toHaveLength(giving);
    expect(file?.rows.filter((row) => 'problems' in row)).toEqual([]);
  });

  it.each([
    ['2021-11-01', 213],
    ['2023-11-15', 210],
    ['2024-10-01', 208],
    ['2024-12-01', 206],
    ['2025-05-01', 205],
    ['2026-03-31', 205],
    ['2026-04-01', 202],
    ['2026-06-01', 203],
    ['2026-07-01', 202],
  ])('opens and closes trusts so that on %s %i are counted', (day, count) => {
    expect(openOn(day)).toBe(count);
  });

  it('counts 210 on 15 November 2023 also by what was public by 20 November 2023', () => {
    expect(openOn('2023-11-15', '2023-11-20')).toBe(210);
  });

  it('gives every event the shape that its type demands', () => {
    const check = eventChecker(registry);
    const metadata = { recordedAt: '2026-11-24T00:00:00.000Z', actor: { id: 'a', role: 'system' }, origin: 'import' };

    const wrong = events.flatMap(({ type, data, key, public: made }) =>
      check({ id: '', type, data, metadata: { ...metadata, public: { ...made } } }).map((problem) => ({
        key,
        type,
        problem,
      })),
    );

    expect(wrong).toEqual([]);
  });

  it('orders events by the day they became public, then by file, then by row', () => {
    const files = plan.files.map(({ file }) => file);
    const places = ordered.map(({ event, file, row }) =>
      [event.public.on, String(files.indexOf(file)), String(row.line).padStart(6, '0')].join(' '),
    );

    expect(places).toEqual(places.toSorted());
    expect(files).toEqual([
      ...['icbs.csv', 'trusts.csv', 'trust_lists.csv', 'trust_moves.csv', 'trust_successions.csv', 'statements.csv'],
      ...['epr_milestones.csv', 'dma_assessments.csv', 'denominators.csv'],
    ]);
  });

  it('never uses the day of recording, and names each event once', () => {
    expect(events.filter(({ public: { how } }) => (how as string) === 'recorded')).toEqual([]);
    expect(new Set(events.map(({ key, type, subject }) => `${key} ${type} ${subject}`)).size).toBe(events.length);
  });

  it('never links a copy, and says what it copies', () => {
    const sources = events.map(
      ({ data }) => data.source as { kind: string; url?: string; copies?: string } | undefined,
    );
    const copies = sources.filter((source) => source?.kind === 'copy');

    expect(copies).toHaveLength(18);
    expect(copies.filter((source) => source?.url !== undefined || source?.copies === undefined)).toEqual([]);
    expect(JSON.stringify(events)).not.toMatch(/trends\.glance|newsforfriends|onyx-sites|parallelparliament/);
  });

  it('says only "on or before" of trusts that are older than the record', () => {
    const older = ofType('TrustRegistered.v1').filter(({ data }) => data.precision === 'on_or_before');

    expect(older.map(({ subject }) => subject)).toEqual(['trust-TAD', 'trust-TAF', 'trust-TAH', 'trust-TAJ']);
    expect(older[0]?.data).toMatchObject({ occurredBy: '2021-11-01', kind: 'care_trust', country: 'England' });
    expect(older[0]?.public).toEqual({ on: '2021-11-01', how: 'effective' });
  });

  it('marks what is inferred or derived, and gives it no source', () => {
    const inferred = events.filter(({ data }) => data.inferred === true);
    const byType = (type: string) => inferred.filter((event) => event.type === type);

    expect(byType('TrustMoved.v1')).toHaveLength(53);
    expect(byType('TrustSucceeded.v1')).toHaveLength(14);
    expect(byType('TrustClosed.v1').map(({ subject }) => subject)).toEqual(['trust-TAF']);
    expect(inferred.filter(({ data }) => data.source !== undefined)).toEqual([]);
  });

  it('tells all successors of a trust in one event', () => {
    expect(ofKey('RW6').map(({ data, public: made }) => [data, made])).toEqual([
      [
        {
          occurredOn: '2021-10-01',
          precision: 'day',
          how: 'split',
          successors: [{ ods: 'R0A' }, { ods: 'RM3' }],
          source: { publisher: 'NHS England Organisation Data Service', kind: 'primary' },
        },
        { on: '2021-10-01', how: 'effective' },
      ],
    ]);
    expect(ofKey('RYK')[0]?.data).toMatchObject({ inferred: true, successors: [{ ods: 'TAJ', inferred: true }] });
  });

  it('takes assessments as published in March 2026, those of 2024 as restated', () => {
    const [early] = ofKey('2024/R0A/acute');
    const [late] = ofKey('2025/R0A/acute');

    expect(early?.data).toMatchObject({
      occurredOn: '2024',
      precision: 'year',
      restated: true,
      assurance: 'self_assessed',
    });
    expect(early?.data.scores).toEqual({ overall_comparable: 3.095238 });
    expect(late?.data).toMatchObject({ occurredOn: '2025-06', precision: 'month', careSetting: 'acute' });
    expect(late?.data.restated).toBeUndefined();
    expect(late?.data.scores).toMatchObject({ overall_comparable: 3.642857, well_led: 4.3, healthy_populations: 3.4 });
    expect(ofType('CapabilityAssessed.v1').filter(({ public: made }) => made.on !== '2026-03-27')).toEqual([]);
  });

  it('notes that 211 were published where 212 are counted, and nothing else', () => {
    expect(plan.files.flatMap(({ notes }) => notes ?? [])).toEqual([
      {
        file: 'denominators.csv',
        line: 4,
        column: 'published_denominator',
        reason: 'On 2022-06-15 211 was published where 212 are counted.',
      },
    ]);
  });
});

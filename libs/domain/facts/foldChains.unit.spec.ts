import type { Told } from '../testing/story';
import { day, eventId, inMonth, on, stream } from '../testing/story';
import { effectiveVersions } from './effectiveVersions';
import type { Sight } from './factChain';
import { foldChains } from './foldChains';

const corrected = (fact: number, replaces: number, date: string, publicOn = date): Told => ({
  type: 'FactCorrected.v1',
  data: {
    occurredOn: date,
    precision: 'day',
    deployment: 'a',
    corrects: { fact: eventId(fact), replaces: eventId(replaces), type: 'EprWentLive.v1', reason: 'a typing error' },
  },
  publicOn,
});
const mark = (type: string, fact: number, replaces: number, publicOn: string): Told => ({
  type,
  data: { fact: eventId(fact), replaces: eventId(replaces), reason: 'not so' },
  publicOn,
});
const live = on('2024-01-10', 'EprWentLive.v1', { deployment: 'a' });

const story = [
  live,
  corrected(0, 0, '2024-01-12', '2024-02-01'),
  mark('FactRetracted.v1', 0, 1, '2024-03-01'),
  mark('FactReinstated.v1', 0, 2, '2024-04-01'),
  corrected(0, 3, '2024-01-20', '2024-05-01'),
];

const seen = (told: readonly Told[], sight: Sight): [number, unknown][] =>
  effectiveVersions(stream(...told), sight).map(({ sequence, data }) => [sequence, data['occurredOn']]);

describe('the version of a fact in effect', () => {
  it.each<[number, [number, string][]]>([
    [0, []],
    [1, [[0, '2024-01-10']]],
    [2, [[1, '2024-01-12']]],
    [3, []],
    [4, [[3, '2024-01-12']]],
    [5, [[4, '2024-01-20']]],
  ])('with %i entries is %j', (size, versions) => {
    expect(seen(story, { size })).toEqual(versions);
  });

  it.each<[string, [number, string][]]>([
    ['2024-01-09', []],
    ['2024-01-10', [[0, '2024-01-10']]],
    ['2024-02-01', [[1, '2024-01-12']]],
    ['2024-03-01', []],
    ['2024-04-01', [[3, '2024-01-12']]],
    ['2024-05-01', [[4, '2024-01-20']]],
  ])('public by %s is %j', (publicBy, versions) => {
    expect(seen(story, { publicBy: day(publicBy) })).toEqual(versions);
  });

  it('is the last in the chain that is public, also where an earlier one became public later', () => {
    const told = [{ ...live, publicOn: '2024-06-01' }, corrected(0, 0, '2024-01-12', '2024-02-01')];
    expect(seen(told, { publicBy: day('2024-02-01') })).toEqual([[1, '2024-01-12']]);
    expect(seen(told, { publicBy: day('2024-06-01') })).toEqual([[1, '2024-01-12']]);
    expect(seen(told, { publicBy: day('2024-06-01'), size: 1 })).toEqual([[0, '2024-01-10']]);
  });

  it('carries the data without the reserved member, and its window cut to its own public day', () => {
    const [version] = effectiveVersions(stream({ ...inMonth('2025-11', 'EprWentLive.v1'), publicOn: '2025-11-17' }));
    expect(version?.window).toEqual({ earliest: day('2025-11-01'), latest: day('2025-11-17') });
    expect(effectiveVersions(stream(...story)).at(0)?.data).toEqual({
      occurredOn: '2024-01-20',
      precision: 'day',
      deployment: 'a',
    });
  });

  it('comes back after a reinstatement as it was before the retraction, window included', () => {
    const told = [
      { ...inMonth('2025-11', 'EprWentLive.v1'), publicOn: '2025-11-17' },
      mark('FactRetracted.v1', 0, 0, '2025-12-01'),
      mark('FactReinstated.v1', 0, 1, '2025-12-05'),
    ];
    const [before] = effectiveVersions(stream(...told), { size: 1 });
    const [after] = effectiveVersions(stream(...told));
    expect(after).toEqual({ ...before, sequence: 2, publicOn: day('2025-12-05') });
  });

  it('is in the order of facts', () => {
    const told = [
      on('2024-05-01', 'EprWentLive.v1'),
      on('2024-05-01', 'EprContractSigned.v1'),
      on('2020-01-01', 'TrustClosed.v1'),
    ];
    expect(effectiveVersions(stream(...told)).map(({ type }) => type)).toEqual([
      'TrustClosed.v1',
      'EprContractSigned.v1',
      'EprWentLive.v1',
    ]);
  });
});

describe('disputes', () => {
  const dispute: Told = {
    type: 'FactDisputed.v1',
    data: { fact: eventId(0), grounds: 'seen otherwise' },
    publicOn: '2024-02-01',
  };
  const resolution = (n: number): Told => ({
    type: 'DisputeResolved.v1',
    data: { dispute: eventId(n), outcome: 'it stands' },
    publicOn: '2024-03-01',
  });
  const open = (told: readonly Told[]): string[] => [...(foldChains(stream(...told)).get(eventId(0))?.disputes ?? [])];

  it('are open until each is resolved, and leave the fact in effect', () => {
    expect(open([live, dispute, dispute])).toEqual([eventId(1), eventId(2)]);
    expect(open([live, dispute, dispute, resolution(1)])).toEqual([eventId(2)]);
    expect(seen([live, dispute], {})).toEqual([[0, '2024-01-10']]);
  });

  it('are about something in their stream', () => {
    expect(() => foldChains(stream(live, resolution(0)))).toThrow(/about nothing in its stream/);
    expect(() => foldChains(stream(live, mark('FactRetracted.v1', 7, 7, '2024-03-01')))).toThrow(/about nothing/);
  });
});

it('passes over events that are about no fact, and refuses a fact without a public day', () => {
  expect(foldChains(stream({ type: 'LedgerEpochOpened.v1', data: { epoch: 2, reason: 'moved' } })).size).toBe(0);
  const { publicOn: _, ...unpublished } = live;
  expect(() => foldChains(stream(unpublished))).toThrow(/no public day/);
});

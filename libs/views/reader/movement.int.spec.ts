import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { Story } from '../testing/story';
import { ViewsReader } from './viewsReader';
import { ArrayLedger } from '../testing/arrayLedger';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { viewsOver } from '../testing/viewsOver';

const day = (text: string): number => parseDay(text) as number;
const ENGLISH = { kind: 'nhs_trust', country: 'England', occurredOn: '2015-04-01', publicOn: '2015-04-01' };

/** Four trusts in two regions, of which one is acquired, one reports late, one is corrected and one goes live in between. */
function history() {
  const story = new Story();
  for (const ods of ['RAA', 'RBB', 'RCC', 'RDD']) {
    story.fact(`trust-${ods}`, 'TrustRegistered', { ...ENGLISH, name: `Trust ${ods}` });
    story.fact(`trust-${ods}`, 'TrustObserved', {
      list: 'A list',
      region: ods < 'RCC' ? 'Y56' : 'Y60',
      occurredOn: '2015-04-02',
    });
  }
  const mistaken = story.fact('trust-RAA', 'EprWentLive', { deployment: 'a', occurredOn: '2023-01-10' });
  const size1 = story.events.length;
  const retraction = story.mark('FactRetracted', mistaken, '2024-02-01');
  const late = story.fact('trust-RBB', 'EprWentLive', {
    deployment: 'b',
    occurredOn: '2023-02-10',
    publicOn: '2024-02-02',
  });
  const closing = story.fact('trust-RCC', 'TrustClosed', { occurredOn: '2024-03-31' });
  story.fact('trust-RCC', 'TrustSucceeded', {
    successors: [{ ods: 'RDD' }],
    how: 'acquired',
    occurredOn: '2024-04-01',
  });
  const live = story.fact('trust-RDD', 'EprWentLive', { deployment: 'd', occurredOn: '2024-05-01' });
  const moved = story.fact('trust-RDD', 'TrustMoved', { toIcb: 'QAA', toRegion: 'Y56', occurredOn: '2024-06-01' });
  const at = (id: string): number => Number(id.slice(-12));
  return { story, size1, entries: { retraction, late, closing, live, moved }, at };
}

describe('how a figure moved between two moments', () => {
  const { story, size1, entries, at } = history();
  const views = viewsOver(story.events);
  const from: Moment = { asOf: day('2023-12-31'), size: size1, publicBy: undefined };
  const to: Moment = { asOf: day('2024-12-31'), size: story.events.length, publicBy: undefined };

  it('splits it into what was corrected, learned later, closed and progressed, each with its trust and entry', () => {
    const { items, total } = views.reader.movedTrusts({ from, to, metric: 'epr-live' }, undefined, undefined, 0, 10);
    expect(total).toBe(4);
    expect(items.map(({ ods, part, cause, entry }) => ({ ods, part, cause, entry }))).toEqual([
      { ods: 'RAA', part: 'correction', cause: undefined, entry: at(entries.retraction) },
      { ods: 'RBB', part: 'learned-later', cause: undefined, entry: at(entries.late) },
      { ods: 'RCC', part: 'scope', cause: 'merged', entry: at(entries.closing) },
      { ods: 'RDD', part: 'progress', cause: undefined, entry: at(entries.live) },
    ]);
    expect(items[0]).toMatchObject({ before: 'yes', after: 'not-known', numerator: -1, denominator: 0, notKnown: 1 });
    expect(items[2]).toMatchObject({ before: 'not-known', after: 'not-counted', reason: 'Closed before this day.' });
    const only = views.reader.movedTrusts({ from, to, metric: 'epr-live' }, undefined, 'progress', 0, 10);
    expect(only.items.map(({ ods }) => ods)).toEqual(['RDD']);
  });

  it('gives numbers and percentage points that come to the difference', () => {
    const { from: first, to: last, parts } = views.reader.movement({ from, to, metric: 'epr-live' }, undefined);
    expect([first, last]).toMatchObject([
      { numerator: 1, denominator: 4, notKnown: 3 },
      { numerator: 2, denominator: 3, notKnown: 1 },
    ]);
    expect(parts.filter(({ trusts }) => trusts > 0)).toMatchObject([
      { part: 'correction', numerator: -1, denominator: 0, notKnown: 1, low: { rounded: -25 } },
      { part: 'learned-later', numerator: 1, denominator: 0, notKnown: -1, low: { rounded: 25 } },
      {
        part: 'scope',
        numerator: 0,
        denominator: -1,
        notKnown: -1,
        low: { exact: { over: 25n, under: 3n }, rounded: 8.4 },
      },
      {
        part: 'progress',
        numerator: 1,
        denominator: 0,
        notKnown: -1,
        low: { exact: { over: 100n, under: 3n }, rounded: 33.3 },
      },
    ]);
  });

  it('counts a move from one region to another as scope in both', () => {
    const { groups = [] } = views.reader.movement({ from, to, metric: 'in-scope' }, 'region');
    const scope = groups.map(({ group, parts }) => [group, parts.find(({ part }) => part === 'scope')?.numerator]);
    expect(scope).toEqual([
      ['Y56', 1],
      ['Y60', -2],
    ]);
    const moved = views.reader.movedTrusts({ from, to, metric: 'in-scope' }, 'region', 'scope', 0, 10).items;
    expect(moved.filter(({ cause }) => cause === 'moved')).toMatchObject([
      { ods: 'RDD', group: 'Y56', numerator: 1, entry: at(entries.moved), reason: 'It moved from Y60 to Y56.' },
      { ods: 'RDD', group: 'Y60', numerator: -1, entry: at(entries.moved) },
    ]);
  });

  it('by another definition has a part of its own, and nothing else at one moment', () => {
    const { definitions, parts } = views.reader.movement(
      { from: to, to, metric: 'in-scope', fromMetric: 'in-scope' },
      undefined,
    );
    expect([definitions, parts.every(({ trusts }) => trusts === 0)]).toEqual([
      { from: 'scope@1', to: 'scope@1' },
      true,
    ]);
    const story2 = new Story();
    story2.fact('trust-RAA', 'TrustRegistered', { ...ENGLISH, name: 'One' });
    story2.fact('trust-RAA', 'EprImplementationStarted', { deployment: 'a', occurredOn: '2023-01-10' });
    const other = temporaryFolder();
    const ledger2 = new ArrayLedger(story2.events);
    new ViewsWriter(other.path, ledger2).close();
    const reader2 = new ViewsReader(other.path, ledger2);
    const moment = { asOf: day('2024-01-01'), size: 2, publicBy: undefined };
    const asked = { from: moment, to: moment, fromMetric: 'epr-live', metric: 'epr-live-or-implementing' } as const;
    expect(reader2.movement(asked, undefined).parts.filter(({ trusts }) => trusts > 0)).toMatchObject([
      { part: 'definition', numerator: 1, denominator: 0, notKnown: -1 },
    ]);
    reader2.close();
    other.remove();
  });

  it('reads it backwards with the opposite sign', () => {
    const there = views.reader.movement({ from, to, metric: 'epr-live' }, undefined).parts;
    const back = views.reader.movement(
      { from: { ...to, asOf: from.asOf }, to: { ...from, asOf: from.asOf }, metric: 'epr-live' },
      undefined,
    ).parts;
    const numbers = (parts: typeof there, sign: 1 | -1) =>
      parts.slice(0, 2).map(({ part, trusts, numerator }) => [part, trusts, 0 + sign * numerator]);
    expect(numbers(back, 1)).toEqual(numbers(there, -1));
  });

  it('compares the two moments trust by trust, each difference with the step and the entry behind it', () => {
    const { items } = views.reader.compare(from, to, 0, 100);
    const shown = items.map(({ ods, what, before, after, changes }) => [
      ...[ods, what, before, after],
      ...changes.map(({ cause, entry }) => `${cause} ${entry}`),
    ]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['RAA', 'epr-live', 'yes', 'not-known', `correction ${at(entries.retraction)}`],
        ['RBB', 'epr-live', 'not-known', 'yes', `learned-later ${at(entries.late)}`],
        ['RCC', 'scope', 'in', 'out', `between-days ${at(entries.closing)}`],
        ['RDD', 'region', 'Y60', 'Y56', `between-days ${at(entries.moved)}`],
      ]),
    );
    expect(items.map(({ ods }) => ods)).toEqual(items.map(({ ods }) => ods).sort());
    expect(views.reader.compare(to, to, 0, 100).total).toBe(0);
    expect(views.reader.compare(from, to, 2, 1).items).toEqual([items[2]]);
  });
});

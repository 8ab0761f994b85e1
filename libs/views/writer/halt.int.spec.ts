import type { LevelRule } from '@milepost/domain';
import { parseDay } from '@milepost/domain';
import { viewsDigest } from '../digest/viewsDigest';
import { ViewsReader } from '../reader/viewsReader';
import { eprView } from '../spans/eprView';
import { registerView } from '../spans/registerView';
import type { RuleViewDefinition } from '../spans/ruleViewDefinition';
import { openForReading } from '../tables/openViewsFile';
import { ArrayLedger } from '../testing/arrayLedger';
import { Story } from '../testing/story';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from './viewsWriter';

/** The EPR view with a rule that fails on one entry. */
function failingOn(sequence: number): RuleViewDefinition {
  const broken = (rule: LevelRule<unknown>): LevelRule<unknown> => ({
    ...rule,
    evolve(state, fact) {
      if (fact.sequence === sequence) throw new Error('This rule cannot take that.');
      return rule.evolve(state, fact);
    },
  });
  return {
    ...eprView,
    lanes: (versions) =>
      eprView
        .lanes(versions)
        .map((lane) => ({ concerns: (fact) => lane.concerns(fact), rules: lane.rules.map(broken) })),
  };
}

function story(): Story {
  const told = new Story();
  for (const ods of ['RAA', 'RBB']) {
    told.fact(`trust-${ods}`, 'TrustRegistered', {
      kind: 'nhs_trust',
      country: 'England',
      name: ods,
      occurredOn: '2015-04-01',
    });
  }
  told.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', occurredOn: '2020-01-01' });
  told.fact('trust-RBB', 'EprWentLive', { deployment: 'epr', occurredOn: '2020-02-01' });
  told.fact('trust-RAA', 'EprUseSuspended', { deployment: 'epr', occurredOn: '2020-03-01' });
  told.fact('trust-RBB', 'TrustClosed', { occurredOn: '2021-03-31' });
  return told;
}

function digestOf(path: string): string {
  const db = openForReading(path);
  try {
    return viewsDigest(db);
  } finally {
    db.close();
  }
}

describe('a view that cannot apply an entry', () => {
  const ledger = new ArrayLedger();
  const folder = temporaryFolder();
  const options = { ruleViews: [registerView, failingOn(3)] };
  const day = parseDay('2022-01-01') as number;
  afterAll(() => folder.remove());

  it('halts before it with its number and reason, while the others go on', async () => {
    const writer = new ViewsWriter(folder.path, ledger, options);
    ledger.add(story().events);
    await writer.applyUpTo();
    const reader = new ViewsReader(folder.path, ledger);
    expect(reader.status()).toEqual([
      { view: 'assessments', version: '1', next: 6, state: { kind: 'live' } },
      {
        view: 'epr',
        version: '1',
        next: 3,
        state: { kind: 'halted', sequence: 3, reason: 'Entry 3: This rule cannot take that.' },
      },
      { view: 'facts', version: '1', next: 6, state: { kind: 'live' } },
      { view: 'register', version: '1', next: 6, state: { kind: 'live' } },
    ]);
    const at = (size: number) => ({ asOf: day, size, publicBy: undefined });
    expect(reader.figure(at(6), 'in-scope', undefined)).toMatchObject({ numerator: 1 });
    expect(reader.figure(at(3), 'epr-live', undefined)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(() => reader.figure(at(4), 'epr-live', undefined)).toThrow('has applied 3 entries of the 4');
    reader.close();
    writer.close();
  });

  it('stays halted while the rule fails, also after a restart', async () => {
    const writer = new ViewsWriter(folder.path, ledger, options);
    await writer.applyUpTo();
    expect(writer.checkpoints()[1]).toMatchObject({ view: 'epr', next: 3, halted: { sequence: 3 } });
    writer.close();
  });

  it('goes on where it halted once the rule is mended, and nothing is missing', async () => {
    const writer = new ViewsWriter(folder.path, ledger);
    await writer.applyUpTo();
    expect(writer.checkpoints().map(({ next, halted }) => [next, halted])).toEqual(Array(4).fill([6, undefined]));
    writer.close();
    const uninterrupted = temporaryFolder();
    new ViewsWriter(uninterrupted.path, ledger).close();
    expect(digestOf(`${folder.path}/views-1.sqlite`)).toBe(digestOf(`${uninterrupted.path}/views-1.sqlite`));
    uninterrupted.remove();
  });

  it('halts at a first start, too, where the views are made from a ledger that is there', async () => {
    const fresh = temporaryFolder();
    const writer = new ViewsWriter(fresh.path, ledger, options);
    await writer.applyUpTo();
    expect(writer.checkpoints()).toMatchObject([
      { next: 6 },
      { next: 3, halted: { sequence: 3 } },
      { next: 6 },
      { next: 6 },
    ]);
    writer.close();
    fresh.remove();
  });
});

describe('entries that Milepost did not write, or not so', () => {
  it('are counted with the reason, and stop nothing', async () => {
    const told = story();
    told.write('trust-RAA', 'SomethingElse.v1', { a: 1 }, '2020-01-01');
    told.write('trust-RAA', 'EprWentLive.v1', { precision: 'day', occurredOn: '2020-01-01', deployment: 'epr' }, null);
    told.write(
      'trust-RAA',
      'EprWentLive.v1',
      { precision: 'day', occurredOn: '2020-02-30', deployment: 'epr' },
      '2020-01-01',
    );
    told.write(
      'trust-RBB',
      'FactRetracted.v1',
      { fact: told.events[2]?.id, replaces: told.events[2]?.id, reason: 'x' },
      '2020-01-01',
    );
    const ledger = new ArrayLedger(told.events);
    const folder = temporaryFolder();
    const writer = new ViewsWriter(folder.path, ledger);
    expect(writer.unread()).toEqual([
      { reason: 'data-not-of-its-type', entries: 1 },
      { reason: 'no-public-day', entries: 1 },
      { reason: 'not-about-a-fact-of-its-stream', entries: 1 },
      { reason: 'type-not-known', entries: 1 },
    ]);
    expect(writer.checkpoints().map(({ next }) => next)).toEqual([10, 10, 10, 10]);
    await writer.applyUpTo();
    writer.close();
    folder.remove();
  });
});

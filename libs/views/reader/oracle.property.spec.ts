import fc from 'fast-check';
import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import type { FigureMetric, GroupBy } from '../questions';
import { ArrayLedger } from '../testing/arrayLedger';
import { Oracle } from '../testing/oracle/oracle';
import type { PLAIN_RULES } from '../testing/oracle/plainRules';
import { Random } from '../testing/random';
import { HISTORY_DAYS, historyDay, randomHistory } from '../testing/randomHistory';
import { storedEntries } from '../testing/storedEntries';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { ViewsReader } from './viewsReader';

/** A history each, in one ledger: what one run has to set up, forty share. */
const TRUSTS = Array.from({ length: 40 }, (_, n) => `R${String(n).padStart(2, '0')}`);
const LENGTH = 520;
const MOMENTS = 8;
/** Forty histories a run. */
const RUNS = Number(process.env['MILEPOST_ORACLE_RUNS'] ?? 30);
const METRICS: readonly FigureMetric[] = [
  ...(['in-scope', 'epr-live', 'epr-live-or-implementing'] as const),
  ...(['late-against-plan', 'late-against-first-plan', 'plan-published'] as const),
];

function randomMoment(random: Random, size: number): Moment {
  const day = (): number => parseDay(historyDay(random.int(-20, HISTORY_DAYS + 40))) as number;
  return {
    asOf: day(),
    size: random.chance(0.3) ? size : random.int(0, size),
    publicBy: random.chance(0.5) ? undefined : day(),
  };
}

/** Applies a history in runs of random length, as a live writer does. */
async function applied(folder: string, ledger: ArrayLedger, seed: number, random: Random): Promise<void> {
  const writer = new ViewsWriter(folder, ledger);
  ledger.add(randomHistory(seed, TRUSTS, LENGTH));
  for (let size = 0; size < LENGTH;) {
    size = Math.min(ledger.entries.length, size + random.int(1, 200));
    await writer.applyUpTo(size);
  }
  await writer.applyUpTo();
  writer.close();
}

describe('views and oracle agree on random histories at random moments', () => {
  it('on every rule, both axes, and both limits at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const ledger = new ArrayLedger();
        const folder = temporaryFolder();
        await applied(folder.path, ledger, seed, random);
        const reader = new ViewsReader(folder.path, ledger);
        const oracle = new Oracle(storedEntries(ledger));
        try {
          for (let n = 0; n < MOMENTS; n += 1)
            agree(reader, oracle, randomMoment(random, ledger.entries.length), random);
        } finally {
          reader.close();
          folder.remove();
        }
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

function agree(reader: ViewsReader, oracle: Oracle, moment: Moment, random: Random): void {
  for (const trust of reader.trusts(moment, {}, 0, 100).items) {
    const said = (rule: keyof typeof PLAIN_RULES) => oracle.says(rule, moment, trust.ods);
    const known = (rule: keyof typeof PLAIN_RULES) => {
      const { level, by } = said(rule);
      return { value: level === 'not-known' ? undefined : level, why: by };
    };
    expect({ ods: trust.ods, scope: trust.scope, icb: trust.icb, region: trust.region, type: trust.type }).toEqual({
      ods: trust.ods,
      scope: said('scope').level,
      icb: known('icb'),
      region: known('region'),
      type: known('type'),
    });
    const name = said('name').level;
    if (name !== 'not-known') expect(trust.name).toBe(name);
    const state = said('eprState');
    expect({ ods: trust.ods, level: trust.eprState.level, why: trust.eprState.why }).toEqual({
      ods: trust.ods,
      level: state.level,
      why: state.by,
    });
  }
  const ods = random.pick(TRUSTS);
  for (const { deployment, use, contract } of reader.trust(moment, ods)?.deployments ?? []) {
    const expected = [oracle.use(deployment, moment, ods), oracle.contract(deployment, moment, ods)];
    expect([use.level, use.why, contract.level, contract.why]).toEqual(
      expected.flatMap(({ level, by }) => [level, by]),
    );
  }
  for (const metric of METRICS) {
    expect(reader.figure(moment, metric, undefined)).toMatchObject(oracle.figure(metric, moment));
    const members = reader.members(moment, metric, 0, 100).items;
    const counted = oracle.counted(metric, moment);
    expect(members.map(({ ods, verdict, scopeWhy, why }) => ({ ods, verdict, scopeWhy, why }))).toEqual(
      counted.map(({ ods, scope, said }) => ({
        ods,
        verdict: said.level === 'in' ? 'yes' : said.level,
        scopeWhy: scope.by,
        why: said.by,
      })),
    );
  }
  const metric = random.pick(METRICS);
  const by = random.pick<GroupBy>(['region', 'icb', 'type']);
  const groups = reader.figure(moment, metric, by).groups ?? [];
  const expected = oracle.groups(metric, moment, by);
  expect(new Set(groups.map(({ group }) => group))).toEqual(new Set(expected.keys()));
  for (const group of groups) expect(group).toMatchObject(expected.get(group.group) as object);
}

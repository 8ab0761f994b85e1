import fc from 'fast-check';
import { NOT_KNOWN, parseDay, profileOf, standardRule, verdictOn } from '@milepost/domain';
import type { FactType, FamilyFact, StandardDefinition } from '@milepost/domain';
import type { Moment } from '../moment';
import { ViewsReader } from '../reader/viewsReader';
import { ArrayLedger } from '../testing/arrayLedger';
import type { WrittenEvent } from '../testing/arrayLedger';
import type { Fact } from '../testing/oracle/effective';
import { chains, effective } from '../testing/oracle/effective';
import { Oracle } from '../testing/oracle/oracle';
import { Random } from '../testing/random';
import { HISTORY_DAYS, historyDay, occurrence, publicDay, randomHistory } from '../testing/randomHistory';
import { storedEntries } from '../testing/storedEntries';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';

const TRUSTS = ['R00', 'R01', 'R02', 'R03', 'R04', 'R05'];
const RUNS = Number(process.env['MILEPOST_ORACLE_RUNS'] ?? 30);

const definition = (random: Random): StandardDefinition => ({
  version: '1',
  purpose: 'standard',
  title: 'Core',
  effectiveFrom: '2023-01-01',
  levels: [
    { name: 'below' },
    { name: 'begun', when: { any: [{ epr: { atLeast: 'implementing' } }, { contract: { in: ['signed'] } }] } },
    {
      name: 'core',
      when: {
        all: [
          { epr: { atLeast: 'live_partial' } },
          {
            score: { framework: 'DMA', measure: 'well_led', atLeast: random.int(2, 4), withinMonths: random.int(1, 4) },
          },
        ],
      },
    },
  ],
  metFrom: random.pick(['begun', 'core']),
  rollUp: { by: 'all', over: 'assessed' },
  mergerPolicy: random.pick(['any', 'all', 'acquirer-only'] as const),
  ...(random.chance(0.4) && { scope: { types: ['acute'] } }),
});

/** A history with successions in it, some handed on further, some corrected by nobody. */
function withSuccessions(seed: number, random: Random): WrittenEvent[] {
  const events = randomHistory(seed, TRUSTS, 140);
  for (let n = 0; n < 5; n += 1) {
    const [from = '', to = ''] = random.pick([
      ['R00', 'R01'],
      ['R01', 'R02'],
      ['R03', 'R02'],
      ['R00', 'R04'],
    ]);
    const day = random.int(0, HISTORY_DAYS);
    events.splice(random.int(0, events.length), 0, {
      id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
      stream: `milepost.trust-${from}`,
      type: 'TrustSucceeded.v1',
      data: { ...occurrence(random, day), successors: [{ ods: to }] },
      publicOn: publicDay(random, day),
    });
  }
  return events;
}

const toFamily = (fact: Fact, trust: string): FamilyFact => ({
  trust,
  sequence: fact.by,
  fact: String(fact.first),
  type: fact.type as FactType,
  window: { earliest: fact.from, latest: fact.to },
  publicOn: fact.publicOn,
  data: fact.data,
});

/** The facts of a trust and of all that came before it, out of all that are in effect. */
function familyIn(oracle: Oracle, all: readonly Fact[], moment: Moment, trust: string): FamilyFact[] {
  const members = new Set([trust]);
  const successions: FamilyFact[] = [];
  for (const member of members) {
    for (const fact of all) {
      const from = fact.stream.replace(/^.*\.trust-/, '');
      const named = (fact.data['successors'] ?? []) as { ods: string }[];
      if (fact.type !== 'TrustSucceeded.v1' || !named.some(({ ods }) => ods === member)) continue;
      members.add(from);
      successions.push(toFamily(fact, from));
    }
  }
  const own = [...members].flatMap((member) =>
    oracle
      .facts(moment, member)
      .filter(({ type }) => type !== 'TrustSucceeded.v1')
      .map((fact) => toFamily(fact, member)),
  );
  return [...own, ...successions];
}

describe('standards over random histories with successions', () => {
  it('are figures, members, standings and series of the facts in effect, at every moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const ledger = new ArrayLedger(withSuccessions(seed, random));
        const folder = temporaryFolder();
        const writer = new ViewsWriter(folder.path, ledger);
        await writer.applyUpTo();
        writer.close();
        const reader = new ViewsReader(folder.path, ledger);
        const entries = storedEntries(ledger);
        try {
          for (let n = 0; n < 3; n += 1) agree(reader, entries, ledger.entries.length, random);
        } finally {
          reader.close();
          folder.remove();
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

function agree(reader: ViewsReader, entries: ReturnType<typeof storedEntries>, head: number, random: Random): void {
  const day = (): number => parseDay(historyDay(random.int(0, HISTORY_DAYS + 40))) as number;
  const moment: Moment = {
    asOf: day(),
    size: random.chance(0.4) ? head : random.int(0, head),
    publicBy: random.chance(0.5) ? undefined : day(),
  };
  const rules = definition(random);
  const oracle = new Oracle(entries);
  const all = effective(chains(entries), moment);
  const says = (asked: 'level' | 'meets', ods: string, on: number) =>
    verdictOn(standardRule('x', rules, ods, asked), familyIn(oracle, all, moment, ods), on);
  const expected = oracle.counted('in-scope', moment).flatMap(({ ods, scope }) => {
    const type = oracle.says('type', moment, ods).level;
    const other = rules.scope !== undefined && type !== NOT_KNOWN && !rules.scope.types.includes(type);
    if (scope.level !== 'in' || other) return [];
    const { level, why } = says('meets', ods, moment.asOf);
    const verdict = rules.scope && type === NOT_KNOWN ? NOT_KNOWN : level;
    return [{ ods, scopeWhy: scope.by, verdict, why }];
  });
  const members = reader.standards.members(moment, rules, 0, 100).items;
  expect(members.map(({ ods, scopeWhy, verdict, why }) => ({ ods, scopeWhy, verdict, why }))).toEqual(expected);
  const count = (verdict: string): number => expected.filter((one) => one.verdict === verdict).length;
  const figure = { numerator: count('yes'), notKnown: count(NOT_KNOWN), denominator: expected.length };
  expect(reader.standards.figure(moment, rules, undefined)).toMatchObject(figure);
  const groups = reader.standards.figure(moment, rules, 'region').groups ?? [];
  expect(groups.reduce((sum, group) => sum + group.numerator, 0)).toBe(figure.numerator);
  expect(groups.reduce((sum, group) => sum + group.denominator, 0)).toBe(figure.denominator);
  const points = reader.standards.series(moment, rules, moment.asOf - 40, moment.asOf, 'month');
  expect(points.at(-1)).toMatchObject(figure);
  for (const ods of TRUSTS) {
    const standing = reader.standards.standing(moment, ods, rules);
    const level = says('level', ods, moment.asOf);
    expect(standing).toMatchObject({ level: level.level, meets: says('meets', ods, moment.asOf).level });
    const profile = profileOf(standardRule('x', rules, ods, 'level'), familyIn(oracle, all, moment, ods));
    expect(profile.findLast(({ from }) => from <= moment.asOf)?.level).toBe(standing?.level);
  }
}

import fc from 'fast-check';
import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { ArrayLedger } from '../testing/arrayLedger';
import type { WrittenEvent } from '../testing/arrayLedger';
import { Oracle } from '../testing/oracle/oracle';
import { plainReturn } from '../testing/oracle/plainReturns';
import { Random } from '../testing/random';
import { HISTORY_DAYS, historyDay, occurrence, publicDay, randomHistory } from '../testing/randomHistory';
import { storedEntries } from '../testing/storedEntries';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { ViewsReader } from './viewsReader';

const TRUSTS = Array.from({ length: 20 }, (_, n) => `R${String(n).padStart(2, '0')}`);
const LENGTH = 260;
const RETURNS = 40;
const MOMENTS = 12;
const RUNS = Number(process.env['MILEPOST_ORACLE_RUNS'] ?? 5);

/** Returns at random, beside those of the history: as at a day, a month or longer, given late. */
const returns = (random: Random): WrittenEvent[] =>
  Array.from({ length: RETURNS }, (_, n) => {
    const day = random.int(0, HISTORY_DAYS);
    return {
      id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
      stream: `milepost.trust-${random.pick(TRUSTS)}`,
      type: 'EprStateReported.v1',
      data: { state: 'procuring', precision: 'day', ...occurrence(random, day) },
      publicOn: publicDay(random, day),
    };
  });

describe('returns and oracle agree on random histories at random moments', () => {
  it('on who has given one since a day, and whether any is recorded', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const ledger = new ArrayLedger(randomHistory(seed, TRUSTS, LENGTH));
        ledger.add(returns(random));
        const folder = temporaryFolder();
        const writer = new ViewsWriter(folder.path, ledger);
        await writer.applyUpTo();
        writer.close();
        const reader = new ViewsReader(folder.path, ledger);
        const oracle = new Oracle(storedEntries(ledger));
        try {
          for (let n = 0; n < MOMENTS; n += 1) {
            const day = (at: number): number => parseDay(historyDay(at)) as number;
            const asOf = random.int(-5, HISTORY_DAYS + 20);
            const moment: Moment = {
              asOf: day(asOf),
              size: random.chance(0.4) ? ledger.entries.length : random.int(0, ledger.entries.length),
              publicBy: random.chance(0.5) ? undefined : day(random.int(0, HISTORY_DAYS)),
            };
            const since = day(asOf - random.int(0, 90));
            const counted = oracle.counted('epr-live', moment).map(({ ods }) => ods);
            const said = new Map(
              oracle.trusts().map((ods) => [ods, plainReturn(oracle.facts(moment, ods), since, moment.asOf)]),
            );
            const answer = reader.returnsOverdue(moment, since, 0, 100);
            const of = (level: string) => counted.filter((ods) => said.get(ods)?.level === level);
            expect(answer).toMatchObject({
              counted: counted.length,
              given: of('given').length,
              none: of('none').length,
              notKnown: of('not-known').length,
              received: [...said.values()].some(({ any }) => any),
            });
            expect(new Map(answer.overdue.map(({ ods, level, last }) => [ods, [level, last?.sequence]]))).toEqual(
              new Map(
                [...of('none'), ...of('not-known')].map((ods) => [ods, [said.get(ods)?.level, said.get(ods)?.last]]),
              ),
            );
            const names = answer.overdue.map(({ name }) => name);
            expect(names).toEqual([...names].sort());
            expect(reader.returnsOverdue(moment, since, 2, 3).overdue).toEqual(answer.overdue.slice(2, 5));
            for (const ods of counted) seen.add(said.get(ods)?.level ?? '');
          }
        } finally {
          reader.close();
          folder.remove();
        }
      }),
      { numRuns: RUNS },
    );
    expect([...seen].sort()).toEqual(['given', 'none', 'not-known']);
  }, 240_000);
});

import fc from 'fast-check';
import { parseDay } from '@milepost/domain';
import { ArrayLedger } from '../testing/arrayLedger';
import { HISTORY_DAYS, historyDay, randomHistory } from '../testing/randomHistory';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { ViewsReader } from './viewsReader';

const TRUSTS = ['RAA', 'RBB', 'RCC', 'RDD', 'REE'];
const LENGTH = 80;

const day = fc.integer({ min: -20, max: HISTORY_DAYS + 40 }).map((n) => parseDay(historyDay(n)) as number);
const moment = fc.record({
  asOf: day,
  size: fc.integer({ min: 0, max: LENGTH }),
  publicBy: fc.option(day, { nil: undefined }),
});

describe('the count of trusts in scope with reports', () => {
  it('is the total of their list, at any moment', async () => {
    const counts = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(moment, { minLength: 20, maxLength: 20 }), async (seed, moments) => {
        const ledger = new ArrayLedger();
        ledger.add(randomHistory(seed, TRUSTS, LENGTH));
        const folder = temporaryFolder();
        const writer = new ViewsWriter(folder.path, ledger);
        await writer.applyUpTo();
        writer.close();
        const reader = new ViewsReader(folder.path, ledger);
        for (const at of moments) {
          const count = reader.reportedInScope(at);
          counts.add(count);
          expect(count).toBe(reader.trusts(at, { scope: 'in', reported: true }, 0, 0).total);
        }
        reader.close();
        folder.remove();
      }),
      { numRuns: 15 },
    );
    expect(counts.size).toBeGreaterThan(2);
  });
});

import { join } from 'node:path';
import fc from 'fast-check';
import { viewsDigest } from '../digest/viewsDigest';
import { buildViews } from '../rebuild/buildViews';
import { openForReading } from '../tables/openViewsFile';
import { ArrayLedger } from '../testing/arrayLedger';
import { crashedCopy } from '../testing/crashedCopy';
import { Random } from '../testing/random';
import { randomHistory } from '../testing/randomHistory';
import { temporaryFolder } from '../testing/temporaryFolder';
import { currentViews } from './viewsFolder';
import { ViewsWriter } from './viewsWriter';

const TRUSTS = ['RAA', 'RBB', 'RCC', 'RDD', 'REE'];
const LENGTH = 120;

class PowerCut extends Error {
  readonly code = 'POWER_CUT';
}

/** A ledger that stops answering after so many reads, as the process would in the middle of a transaction. */
class StoppingLedger extends ArrayLedger {
  left = Infinity;
  /** What happens before it stops. */
  onStop = (): void => {};

  override scan(from: number, limit: number) {
    this.count();
    return super.scan(from, limit);
  }

  override sequenceById(id: string) {
    this.count();
    return super.sequenceById(id);
  }

  private count(): void {
    this.left -= 1;
    if (this.left >= 0) return;
    this.onStop();
    throw new PowerCut('stopped');
  }
}

function digestOf(folder: string, name = currentViews(folder) as string): string {
  const db = openForReading(join(folder, name));
  try {
    return viewsDigest(db);
  } finally {
    db.close();
  }
}

/** Applies up to a size and is killed somewhere on the way; `left` is the folder that the next start finds. */
async function killedOnTheWay(folder: string, ledger: StoppingLedger, size: number, random: Random, left: string) {
  const writer = new ViewsWriter(folder, ledger);
  ledger.left = random.int(0, 12);
  ledger.onStop = () => crashedCopy(folder, left);
  const killed = await writer.applyUpTo(size).then(
    () => false,
    (error: unknown) => {
      if (!(error instanceof PowerCut)) throw error;
      return true;
    },
  );
  if (!killed) crashedCopy(folder, left);
  writer.close();
  ledger.left = Infinity;
  return killed;
}

describe('a writer that is killed and started again, in whatever steps', () => {
  it('leaves the same tables as one that was never interrupted, and as a build at once', async () => {
    let kills = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const ledger = new StoppingLedger();
        const root = temporaryFolder();
        const folder = (n: number): string => join(root.path, `start-${n}`);
        new ViewsWriter(folder(0), ledger).close();
        ledger.add(randomHistory(seed, TRUSTS, LENGTH));
        let start = 0;
        for (let size = 0; size < ledger.entries.length; start += 1) {
          size = Math.min(ledger.entries.length, size + random.int(1, 60));
          if (await killedOnTheWay(folder(start), ledger, size, random, folder(start + 1))) kills += 1;
        }
        const writer = new ViewsWriter(folder(start), ledger);
        await writer.applyUpTo();
        writer.close();
        const built = buildViews(ledger, root.path).name;
        expect(digestOf(folder(start))).toBe(digestOf(root.path, built));
        expect(digestOf(root.path, buildViews(ledger, root.path).name)).toBe(digestOf(root.path, built));
        root.remove();
      }),
      { numRuns: 25 },
    );
    expect(kills).toBeGreaterThan(10);
  }, 240_000);
});

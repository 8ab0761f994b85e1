import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openLedgerReader } from '@milepost/ledger';
import { generatedLedger } from '../../../test/generator/generatedLedger';
import type { BuiltApps } from '../../../test/support/builtApps';
import { builtApps } from '../../../test/support/builtApps';
import { viewsDigest } from '../digest/viewsDigest';
import { readPage } from '../reading/readPage';
import { openForReading } from '../tables/openViewsFile';
import { temporaryFolder } from '../testing/temporaryFolder';
import { HelperThread } from '../threads/helperThread';
import type { buildViews as BuildViews } from './buildViews';
import { buildViews } from './buildViews';
import type { PackedPage } from './packedPage';
import { unpacked } from './packedPage';
import type { EvaluatedSubject } from './rulesThread';
import { turnsOver } from './turns';

const EVENTS = 3_456;
const PAGE = 500;
/** However long a thread takes to begin on a busy machine. */
const PATIENCE_MS = 60_000;

function digestOf(path: string): string {
  const db = openForReading(path);
  try {
    return viewsDigest(db);
  } finally {
    db.close();
  }
}

jest.setTimeout(120_000);

describe('a build with the help of threads', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'ledger.sqlite');
  let built: BuiltApps;
  let alone: string;
  /** The build as it runs where there is JavaScript for its threads. */
  let buildHelped: typeof BuildViews;

  beforeAll(() => {
    built = builtApps(['libs']);
    ({ buildViews: buildHelped } = createRequire(__filename)(built.file('libs/views/rebuild/buildViews.js')) as {
      buildViews: typeof BuildViews;
    });
    generatedLedger(file, { seed: 7, trusts: 20, events: EVENTS });
    const ledger = openLedgerReader(file);
    alone = join(folder.path, buildViews(ledger, folder.path).name);
    ledger.close();
  });
  afterAll(() => {
    built.remove();
    folder.remove();
  });

  const script = (name: string): string => built.file(`libs/views/rebuild/${name}.js`);

  it('says what one in one thread says', () => {
    const ledger = openLedgerReader(file);
    const { name, size } = buildHelped(ledger, folder.path, { fewest: 0 });
    ledger.close();
    expect(size).toBe(EVENTS);
    expect(digestOf(join(folder.path, name))).toBe(digestOf(alone));
  });

  it('has the ledger read ahead, page by page to its end', async () => {
    const ledger = openLedgerReader(file);
    const thread = new HelperThread<PackedPage>(
      script('readerThread'),
      { file, size: EVENTS, page: PAGE },
      PATIENCE_MS,
    );
    for (let from = 0; from < EVENTS; from += PAGE) {
      expect(unpacked(thread.next() as PackedPage)).toEqual(readPage(ledger, from, Math.min(PAGE, EVENTS - from)));
    }
    expect(thread.next()).toBeUndefined();
    ledger.close();
    thread.end();
    await thread.ended;
  });

  it('has rules evaluated over each subject once', async () => {
    const turns = turnsOver([1, 2, 3]);
    const thread = new HelperThread<EvaluatedSubject>(
      script('rulesThread'),
      { path: alone, size: EVENTS, turns },
      PATIENCE_MS,
    );
    const given: EvaluatedSubject[] = [];
    for (let one = thread.next(); one; one = thread.next()) given.push(one);
    expect(given.map(({ about }) => about)).toEqual([1, 2, 3]);
    expect(given.every(({ views }) => views.some((spans) => spans.length > 0))).toBe(true);
    thread.end();
    await thread.ended;
  });

  it('goes on without a thread that fails, and lets go of one that nobody takes from', async () => {
    const missing = { file: join(folder.path, 'none.sqlite'), size: EVENTS, page: PAGE };
    const failing = new HelperThread<PackedPage>(script('readerThread'), missing, PATIENCE_MS);
    expect(failing.next()).toBeUndefined();
    failing.end();
    await failing.ended;
    const left = new HelperThread<PackedPage>(script('readerThread'), { file, size: EVENTS, page: 10 }, PATIENCE_MS);
    expect(left.next()).toBeDefined();
    left.end();
    await left.ended;
  });

  it('throws of a damaged ledger what one in one thread throws', () => {
    const hole = join(folder.path, 'hole.sqlite');
    generatedLedger(hole, { seed: 7, trusts: 20, events: EVENTS });
    const db = new DatabaseSync(hole);
    db.exec('DELETE FROM entries WHERE sequence = 2345');
    db.close();
    const ledger = openLedgerReader(hole);
    const thrown = [buildViews, buildHelped].map((build) => {
      try {
        return build(ledger, folder.path, { fewest: 0 });
      } catch (error) {
        return { ...(error as Error), message: (error as Error).message };
      }
    });
    expect(thrown[0]).toMatchObject({ name: 'LedgerDamaged', sequence: 2345 });
    expect(thrown[1]).toEqual(thrown[0]);
    ledger.close();
  });
});

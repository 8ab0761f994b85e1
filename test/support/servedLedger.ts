import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openLedgerReader } from '@milepost/ledger';
import { createLogger, readConfig } from '@milepost/platform';
import type { Clock } from '@milepost/platform';
import type { ImportReport } from '@milepost/public-record';
import { rebuildViews } from '@milepost/views';
import { ledgerFile, ledgerFolder } from '../../apps/server/follower/ledgerFiles';
import { FrontDoor } from '../../apps/server/http/frontDoor';
import { RouteCatalogue } from '../../apps/server/http/routeCatalogue';
import type { Route } from '../../apps/server/http/routeCatalogue';
import { mountLedger } from '../../apps/server/mount/mountLedger';
import { LateStore } from '../../apps/server/start/lateStore';
import type { LedgerMount } from '../../apps/server/start/ledgerMount';
import { LedgerRun } from '../../apps/server/start/ledgerRun';

export interface ServedLedgerOptions extends Pick<LedgerMount, 'ledger' | 'kind'> {
  /** Writes the ledger's file. */
  readonly fill: (file: string) => void;
  readonly clock?: Clock;
  /** What the first page says of the import. */
  readonly report?: ImportReport;
}

/** The application of one ledger on a free loopback port. */
export interface ServedLedger {
  readonly port: number;
  readonly url: string;
  /** Every route of it, pages and interface. */
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

/** Serves a ledger from files alone, pages and interface as the server has them: nothing is written, so it needs no store. */
export async function servedLedger(options: ServedLedgerOptions): Promise<ServedLedger> {
  const { ledger, kind, fill, clock = Date.now, report } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-served-'));
  const file = ledgerFile(dataDir, ledger);
  mkdirSync(dirname(file), { recursive: true });
  fill(file);
  const reader = openLedgerReader(file);
  rebuildViews(reader, ledgerFolder(dataDir, ledger));
  const config = readConfig({ MILEPOST_DATA_DIR: dataDir, PORT: '0' });
  const ways = { build: () => Promise.reject(new Error('Nothing is rebuilt here.')), adopt: () => undefined };
  const logger = createLogger({ name: 'served', level: 'silent' });
  const run = new LedgerRun({ ledger, kind, basePath: '' }, config, new LateStore(), clock, logger, ways);
  run.receive({ milepost: 'opened', ledger });
  run.receive({ milepost: 'ledger', ledger, head: reader.head() });
  run.receive({ milepost: 'ledger', ledger, state: { kind: 'live' } });
  run.context.startup.next({ kind: 'ready' });
  if (report) run.pagesData.imported(report);
  const mounted = await mountLedger(run.parts);
  const door = new FrontDoor();
  const port = await door.listen(0, '127.0.0.1');
  door.mount([mounted]);
  const close = async (): Promise<void> => {
    await door.close();
    await mounted.close();
    run.close();
    reader.close();
    rmSync(dataDir, { recursive: true });
  };
  return { port, url: `http://127.0.0.1:${port}`, routes: mounted.app.get(RouteCatalogue).routes, close };
}

import { sequenceInto } from '@milepost/ledger';
import { startupImport } from '@milepost/public-record';
import { Subject } from 'rxjs';
import { SYSTEM_ACTOR } from '../../apps/server/follower/ledgerFollower';
import { ScriptedStore } from './scriptedStore';
import { servedLedger } from './servedLedger';
import type { ServedLedger } from './servedLedger';
import { ledgerOpened } from './storedEvents';

const LEDGER = 'milepost';

/** The moment at which the record is read, the same wherever and whenever a test runs. */
export const READ_AT = Date.UTC(2026, 10, 24, 10);

/** The whole public record, imported as a start does it, but into memory: the pages over it are there within seconds. */
export async function servedPublicRecord(): Promise<ServedLedger> {
  const opening = ledgerOpened(LEDGER);
  const store = new ScriptedStore([{ ...opening, data: { ...(opening.data as object), kind: 'public-record' } }]);
  // Stamps of the store follow its events' numbers; what is imported has to be as old as they say.
  const clock = (): number => opening.created + store.log.length * 1_000;
  const actor = { id: SYSTEM_ACTOR, role: 'system' as const };
  const report = await startupImport(store, LEDGER, clock, new Subject(), { actor });
  if (report.stopped) throw new Error(report.stopped.reason);
  const log = store.log.filter(({ stream }) => stream.startsWith(`${LEDGER}.`));
  const fill = (file: string): void => void sequenceInto(file, LEDGER, [log]);
  return servedLedger({ ledger: LEDGER, kind: 'public-record', fill, clock: () => READ_AT, report });
}

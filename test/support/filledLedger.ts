import type { StoredEvent } from '@milepost/event-store';
import { firstValueFrom, filter } from 'rxjs';
import { startSequencer } from '@milepost/ledger';
import { ScriptedStore } from './scriptedStore';

/** Sequences a log into a ledger file with the real sequencer and lets go of it. */
export async function filledLedger(
  file: string,
  log: readonly StoredEvent[],
  ledger = 'milepost',
  batchSize = 100,
): Promise<void> {
  const store = new ScriptedStore(log);
  store.batchSize = batchSize;
  const sequencer = startSequencer({ store, ledger, file, now: Date.now });
  const state = await firstValueFrom(
    sequencer.watch.state.pipe(filter(({ kind }) => kind === 'live' || kind === 'stopped')),
  );
  await sequencer.stop();
  if (state.kind === 'stopped') throw new Error(state.reason);
}

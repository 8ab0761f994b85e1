import { startSequencer } from '@milepost/ledger';
import { ledgerLog } from '../support/ledgerLog';
import { ScriptedStore } from '../support/scriptedStore';

/** A process that does nothing but sequence, and says after each batch how far it is, for a test that kills it. */
const [, , file, count] = process.argv as [string, string, string, string];
const store = new ScriptedStore(ledgerLog(Number(count)));
store.batchSize = 7;
const { watch } = startSequencer({ store, ledger: 'milepost', file, now: Date.now });
watch.head.subscribe(({ size }) => process.stdout.write(`${size}\n`));
watch.state.subscribe((state) => {
  if (state.kind === 'stopped') process.stderr.write(state.reason);
});
// Stays until it is killed.
setInterval(() => {}, 1_000);

import type { StoredEvent } from '@milepost/event-store';
import { LedgerFile } from '../file/ledgerFile';
import { nextEntries } from './nextEntries';

/**
 * Sequences events that are at hand into a ledger's file, batch after batch, each in one transaction, as the sequencer
 * does with those that it follows: for generated ledgers, beside which no store need run. Gives the ledger's size.
 * @throws Error with the sentence that would stop the sequencer
 */
export function sequenceInto(file: string, ledger: string, batches: Iterable<readonly StoredEvent[]>): number {
  const target = new LedgerFile(file, ledger);
  try {
    for (const batch of batches) {
      const { entries, position, halt } = nextEntries(target, batch);
      if (position) target.append(entries, position);
      if (halt !== undefined) throw new Error(halt);
    }
    return target.size;
  } finally {
    target.close();
  }
}

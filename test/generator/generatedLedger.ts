import type { StoredEvent } from '@milepost/event-store';
import { sequenceInto } from '@milepost/ledger';
import { generateEvents } from './generateEvents';
import type { ProgrammeSize } from './programme';

const BATCH = 2_000;

/** Writes a generated programme into a ledger file, with the storage that the sequencer has. */
export function generatedLedger(file: string, size: ProgrammeSize, ledger = 'generated'): void {
  const written = sequenceInto(file, ledger, batches(generateEvents(size, ledger)));
  if (written !== size.events) throw new Error(`${written} entries were written of ${size.events}.`);
}

function* batches(events: Iterable<StoredEvent>): Generator<StoredEvent[]> {
  let batch: StoredEvent[] = [];
  for (const event of events) {
    batch.push(event);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

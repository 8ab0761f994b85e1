import type { ArrayLedger } from './arrayLedger';
import type { StoredEntry } from './oracle/storedEntry';

/** A ledger's entries as JSON says them, for the oracle: nothing of what the views made of them. */
export function storedEntries({ entries }: ArrayLedger): StoredEntry[] {
  return entries.map(({ sequence, stream, id, type, data, metadata }) => ({
    ...{ sequence, stream, id, type },
    data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
    metadata: metadata === undefined ? undefined : (JSON.parse(JSON.stringify(metadata)) as Record<string, unknown>),
  }));
}

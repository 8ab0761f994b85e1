import { sequenceInto } from '@milepost/ledger';
import { servedLedger } from './servedLedger';
import type { ServedLedger } from './servedLedger';
import { ledgerOpened } from './storedEvents';

const LEDGER = 'milepost';

/** The application over a record that holds nothing yet but its own opening. */
export function servedOpening(): Promise<ServedLedger> {
  const fill = (file: string): void => void sequenceInto(file, LEDGER, [[ledgerOpened(LEDGER)]]);
  return servedLedger({ ledger: LEDGER, kind: 'live', fill });
}

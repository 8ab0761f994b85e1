import { openForReading } from '../file/openDatabase';
import type { LedgerReader } from '../ledger';
import { LedgerFileReader } from './ledgerFileReader';

/**
 * Opens a ledger's file for reading, in any thread, beside its one writer.
 * @throws LedgerFileRefused where it is no ledger's file, or the sequencer has not made it yet
 */
export function openLedgerReader(file: string): LedgerReader {
  return new LedgerFileReader(file, openForReading(file));
}

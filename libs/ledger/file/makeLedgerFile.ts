import { openForWriting } from './openDatabase';

/**
 * Makes a ledger's file where there is none, so that readers can be opened before the sequencer's thread has begun.
 * @throws LedgerFileRefused where the file is another ledger's, of a newer version, or damaged
 */
export function makeLedgerFile(file: string, ledger: string): void {
  openForWriting(file, ledger).close();
}

import { join } from 'node:path';

/** Where a ledger's files lie in the data folder. */
export function ledgerFolder(dataDir: string, ledger: string): string {
  return join(dataDir, ledger);
}

export function ledgerFile(dataDir: string, ledger: string): string {
  return join(ledgerFolder(dataDir, ledger), 'ledger.sqlite');
}

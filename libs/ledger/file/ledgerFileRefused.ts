/** A file that cannot be opened as this ledger's, with what to do. The file is left as it is. */
export class LedgerFileRefused extends Error {
  override readonly name = 'LedgerFileRefused';

  constructor(file: string, why: string, cause?: unknown) {
    super(`${file} is not opened: ${why}`, { cause });
  }
}

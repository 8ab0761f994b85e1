import { LedgerDamaged } from '../file/ledgerDamaged';
import { openForReading } from '../file/openDatabase';
import { readSubtree } from '../file/readSubtree';
import { rootAt } from '../tree/rootAt';
import { verifyEntries } from './verifyEntries';

export interface VerifiedLedger {
  readonly size: number;
  /** RFC 6962 root over all entries, 32 bytes, from hashes that were all made again. */
  readonly root: Uint8Array;
}

const PAGE = 1_000;

/**
 * Makes every entry and every hash of a ledger's file again from the data stored in it. Reads the whole file.
 * @param progress called after each thousand entries
 * @throws LedgerDamaged at the first entry that is not what it should be, LedgerFileRefused
 */
export function verifyLedgerFile(
  file: string,
  progress: (verified: number, size: number) => void = () => {},
): VerifiedLedger {
  const database = openForReading(file);
  try {
    const { size } = database.prepare('SELECT size FROM ledger').get() as { size: number };
    for (let from = 0; from < size; from += PAGE) {
      const end = Math.min(size, from + PAGE);
      verifyEntries(database, from, end);
      progress(end, size);
    }
    const { behind } = database
      .prepare('SELECT count(*) AS behind FROM entries WHERE sequence NOT BETWEEN 0 AND ?')
      .get(size - 1) as {
      behind: number;
    };
    if (behind > 0) throw new LedgerDamaged(size, 'the file should end before it');
    return { size, root: rootAt(size, readSubtree(database)) };
  } finally {
    database.close();
  }
}

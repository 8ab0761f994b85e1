import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ReadSubtree } from '../tree/subtree';
import { LedgerDamaged } from './ledgerDamaged';

const HASH = 32;

/** Reads complete subtrees' hashes from a ledger file, each by one look at the entry that completes it. */
export function readSubtree(database: DatabaseSyncInstance): ReadSubtree {
  const select = database.prepare(`SELECT substr(hashes, ?, ${HASH}) AS hash FROM entries WHERE sequence = ?`);
  return ({ level, index }) => {
    const sequence = (index + 1) * 2 ** level - 1;
    const row = select.get(level * HASH + 1, sequence) as { hash: Uint8Array } | undefined;
    if (row?.hash.length !== HASH)
      throw new LedgerDamaged(sequence, `the hash of subtree ${level}/${index} is not there`);
    return row.hash;
  };
}

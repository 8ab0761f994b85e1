import { emptyRoot } from './emptyRoot';
import { nodeHash } from './nodeHash';
import type { ReadSubtree } from './subtree';
import { subtreesOf } from './subtreesOf';

/**
 * RFC 6962 section 2.1: the root (MTH) over the first `size` entries, 32 bytes, from at most log2(size) + 1 stored hashes.
 * MTH splits at the largest power of two below the size, which is what joining the complete subtrees from the right does.
 */
export function rootAt(size: number, read: ReadSubtree): Uint8Array {
  const [last, ...before] = subtreesOf(size).reverse();
  if (!last) return emptyRoot();
  return before.reduce((right, left) => nodeHash(read(left), right), read(last));
}

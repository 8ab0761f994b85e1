import { nodeHash } from './nodeHash';

/**
 * Adds a leaf to a tree of `size` entries and returns the hashes of the complete subtrees that end with it, from the leaf up:
 * one more for each trailing one bit of `size`. Each of them is stored once, with the entry that completes it.
 *
 * `frontier` holds the hashes of `subtreesOf(size)`; it belongs to the caller and becomes that of `size + 1`.
 */
export function appendLeaf(frontier: Uint8Array[], size: number, leaf: Uint8Array): Uint8Array[] {
  const completed = [leaf];
  let top = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = frontier.pop();
    if (!left) throw new Error('frontier of another size');
    top = nodeHash(left, top);
    completed.push(top);
  }
  frontier.push(top);
  return completed;
}

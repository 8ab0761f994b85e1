/** The complete subtree over the 2^level entries from index · 2^level on. Level 0 is a leaf. Its hash never changes again. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Reads the hash of a complete subtree, 32 bytes. The arithmetic of the tree knows no other I/O. */
export type ReadSubtree = (subtree: Subtree) => Uint8Array;

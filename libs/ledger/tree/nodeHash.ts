import { hash } from 'node:crypto';

const HASH = 32;

/** RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right), 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH || right.length !== HASH) throw new TypeError('a node joins two hashes of 32 bytes');
  const node = Buffer.allocUnsafe(1 + 2 * HASH);
  node[0] = 0x01;
  node.set(left, 1);
  node.set(right, 1 + HASH);
  return hash('sha256', node, 'buffer');
}

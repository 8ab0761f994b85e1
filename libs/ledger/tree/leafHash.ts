import { hash } from 'node:crypto';

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ entry), 32 bytes. A text stands for its UTF-8 bytes. */
export function leafHash(entry: string | Uint8Array): Buffer {
  return hash('sha256', typeof entry === 'string' ? `\u0000${entry}` : Buffer.concat([LEAF, entry]), 'buffer');
}

/** Keeps a leaf from being taken for a node: without it, an entry of 64 bytes could pass for two hashes. */
const LEAF = Buffer.of(0x00);

import { hash } from 'node:crypto';

/** RFC 6962 section 2.1: the root over nothing is SHA-256 of nothing. */
export function emptyRoot(): Buffer {
  return hash('sha256', '', 'buffer');
}

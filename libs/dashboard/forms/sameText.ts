import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares a secret in constant time, so that an answer's delay says nothing about it. */
export function sameText(sent: string, held: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(sent), hash(held));
}

/**
 * The pause before attempt n + 1 (n from 0): doubles from `firstMs` up to `longestMs`, half of it at random,
 * so that clients of a store that comes back do not all come at once.
 */
export function backOff(n: number, firstMs: number, longestMs: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(n, 30));
  return full / 2 + (Math.random() * full) / 2;
}

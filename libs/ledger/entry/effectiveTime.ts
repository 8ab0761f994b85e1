/**
 * Milliseconds since 1970: the larger of an entry's own recorded time and its predecessor's, so that time never runs backwards
 * along the ledger. Where neither has one, 1970 stands.
 */
export function effectiveTime(recordedAt: number | undefined, predecessor: number | undefined): number {
  return Math.max(recordedAt ?? 0, predecessor ?? 0);
}

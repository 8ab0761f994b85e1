/** The value below which a share of some values lies, between neighbours where it falls between them (Hyndman and Fan's type 7). Values in order, at least one. */
export function quantile(ordered: readonly number[], share: number): number {
  const at = share * (ordered.length - 1);
  const below = ordered[Math.floor(at)] as number;
  const above = ordered[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

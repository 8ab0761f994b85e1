import { PLANE } from './coverageFigures';
import type { ClaimMark, CoverageFigures } from './coverageFigures';

/** Where the words about a claim stand, and by which end they are held. */
export interface PlacedLabel {
  readonly claim: ClaimMark;
  readonly place: 'below' | 'above' | 'before';
  readonly anchor: 'start' | 'middle' | 'end';
}

const CHARACTER = 7.3;
const LINE = 20;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** A forecast's words stand before it, a claim's below it, or above it where other words are there already. */
export function placedLabels(
  claims: readonly ClaimMark[],
  { from, to, low, high }: CoverageFigures,
): readonly PlacedLabel[] {
  const taken: Box[] = [];
  return claims.map((claim): PlacedLabel => {
    if (claim.forecast) return { claim, place: 'before', anchor: 'end' };
    const width = claim.label.length * CHARACTER;
    const middle = (((claim.from + claim.to) / 2 - from) / (to - from)) * PLANE.width;
    const anchor = middle < width / 2 ? 'start' : middle + width / 2 > PLANE.width ? 'end' : 'middle';
    const y = ((high - claim.percent) / (high - low)) * PLANE.height;
    const below = { left: middle - width / 2, right: middle + width / 2, y: y + LINE };
    const free = !taken.some(
      (box) => box.left < below.right && box.right > below.left && Math.abs(box.y - below.y) < LINE,
    );
    taken.push(free ? below : { ...below, y: y - LINE });
    return { claim, place: free ? 'below' : 'above', anchor };
  });
}

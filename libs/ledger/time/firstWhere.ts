/**
 * The first number from `from` up to but without `end` for which `holds` is true, or `end`.
 * Once true, it must stay true: it is asked about log2(end - from) times.
 */
export function firstWhere(from: number, end: number, holds: (n: number) => boolean): number {
  let [low, high] = [from, Math.max(from, end)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

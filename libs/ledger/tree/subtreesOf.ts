import type { Subtree } from './subtree';

/** The fewest complete subtrees that cover the first `size` entries, left to right, largest first: the one bits of `size`. */
export function subtreesOf(size: number): Subtree[] {
  const subtrees: Subtree[] = [];
  let covered = 0;
  for (let level = levelAbove(size); level >= 0; level -= 1) {
    const width = 2 ** level;
    if (size - covered < width) continue;
    subtrees.push({ level, index: covered / width });
    covered += width;
  }
  return subtrees;
}

function levelAbove(size: number): number {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is no number of entries`);
  let level = 0;
  while (2 ** (level + 1) <= size) level += 1;
  return level;
}

import type { Cell } from './cell';
import { CellRefused } from './cellRefused';
import { shown } from './shown';

/** One of these words, exactly. */
export function oneOf<T extends string>(words: readonly T[]): Cell<T> {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word === undefined)
      throw new CellRefused(`${shown(text)} is not a value of this column. It takes ${inWords(words)}.`);
    return word;
  };
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

import type { Cell } from './cell';
import { CellRefused } from './cellRefused';
import { shown } from './shown';

/** One of these words, exactly. */
export function oneOf<T extends string>(words: readonly T[]): Cell<T> {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word === undefined) throw new CellRefused(`${shown(text)} is none of ${words.join(', ')}.`);
    return word;
  };
}

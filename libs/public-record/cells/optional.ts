import type { Cell } from './cell';

/** A cell that may be empty: then undefined. */
export function optional<T>(cell: Cell<T>): Cell<T | undefined> {
  return (text) => (text === '' ? undefined : cell(text));
}

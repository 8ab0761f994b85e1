import type { Cell } from './cell';
import { CellRefused } from './cellRefused';
import { odsCodeCell } from './odsCodeCell';

/** A code that is known here; `where` says where it would have to be: `in trusts.csv`. */
export function knownCode(codes: ReadonlySet<string>, where: string): Cell<string> {
  return (text) => {
    // Invented trusts have codes of their own, which only a demonstration's register holds.
    if (codes.has(text)) return text;
    const code = odsCodeCell(text);
    throw new CellRefused(`There is no ${code} ${where}.`);
  };
}

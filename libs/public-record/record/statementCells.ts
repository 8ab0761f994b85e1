import type { JsonObject } from '@milepost/event-store';
import { CellRefused } from '../cells/cellRefused';
import { periodCell } from '../cells/periodCell';
import { shown } from '../cells/shown';
import { present } from '../plan/present';

const PART = /^(.+): (.+)$/;

/** The parts of a published split, "at business case: 19; procuring: 12". A part whose size is no number keeps its words: "nearly 30". */
export function partsCell(text: string): JsonObject[] {
  return text.split(/;\s*/).map((part) => {
    const [, label, size] = PART.exec(part) ?? [];
    if (label === undefined || size === undefined) throw new CellRefused(`${shown(part)} is not "{label}: {size}".`);
    const counted = /^\d{1,9}$/.test(size);
    return present({ label, count: counted ? Number(size) : undefined, size: counted ? undefined : size });
  });
}

/** The day or period that a statement refers to, or the first and the last of one, "2022-04-01/2023-03-31". */
export function refersToCell(text: string): { readonly from: string; readonly to: string | undefined } {
  const [from = '', to, more] = text.split('/');
  if (more !== undefined) throw new CellRefused(`${shown(text)} is no period.`);
  return { from: periodCell(from), to: to === undefined ? undefined : periodCell(to) };
}

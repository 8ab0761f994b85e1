import canonicalize from 'canonicalize';
import type { Json } from './storedEvent';
import { writeStepwise } from './writeStepwise';

/**
 * The RFC 8785 text of a JSON value: members sorted by UTF-16 code units, no spaces, numbers and strings as ECMAScript writes them.
 *
 * Every value that `JSON.parse` can give has a text, also those the RFC has no word for (design of the ledger's entries):
 * an infinite number (`1e400`) is written as the string `"Infinity"` or `"-Infinity"`, a lone surrogate as its lower-case `\ud…` escape.
 * Who *writes* events must refuse such values before; here they come from programs that are not ours.
 */
export function canonicalText(value: Json): string {
  switch (shapeOf(value, 0)) {
    case Shape.Sorted:
      return JSON.stringify(value);
    case Shape.Plain:
      return canonicalize(value) as string;
    case Shape.Odd:
      return writeStepwise(value);
  }
}

/** What a value needs to become canonical, from cheap to dear. */
enum Shape {
  /** Members stand in canonical order already, as in everything that Milepost wrote: `JSON.stringify` gives the canonical text. */
  Sorted,
  Plain,
  /** Holds an infinite number, or is nested so deep that a recursive writer could run out of stack. */
  Odd,
}

/** Far above any event of ours, far below what the stack can carry. */
const DEEPEST = 200;

function shapeOf(value: Json, depth: number): Shape {
  if (typeof value === 'number') return Number.isFinite(value) ? Shape.Sorted : Shape.Odd;
  if (typeof value !== 'object' || value === null) return Shape.Sorted;
  if (depth === DEEPEST) return Shape.Odd;
  return Array.isArray(value)
    ? shapeOfItems(value, depth + 1)
    : shapeOfMembers(value as { [member: string]: Json }, depth + 1);
}

function shapeOfItems(items: readonly Json[], depth: number): Shape {
  let worst = Shape.Sorted;
  for (const item of items) {
    const shape = shapeOf(item, depth);
    if (shape > worst) worst = shape;
  }
  return worst;
}

function shapeOfMembers(members: { readonly [member: string]: Json }, depth: number): Shape {
  let worst = Shape.Sorted;
  let previous: string | undefined;
  for (const name of Object.keys(members)) {
    // Also catches names that look like integers: JavaScript lists those first, by their value.
    if (previous !== undefined && name < previous && worst < Shape.Plain) worst = Shape.Plain;
    previous = name;
    const shape = shapeOf(members[name] as Json, depth);
    if (shape > worst) worst = shape;
  }
  return worst;
}

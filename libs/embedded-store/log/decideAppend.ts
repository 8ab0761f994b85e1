import type { Expected } from './append';

/** What a decision needs to know of the stream. */
export interface StreamView {
  /** Last revision, -1 where the stream does not exist. */
  readonly last: number;
  /** Whether the stream has metadata, which counts as existing for `stream-exists`. */
  readonly hasMetadata: () => boolean;
  /** Id of the event at a revision not above `last`. */
  readonly idAt: (revision: number) => string | undefined;
  /** First revision of this stream that holds the id. */
  readonly firstRevisionOf: (id: string) => number | undefined;
}

export type AppendDecision =
  | { readonly kind: 'append' }
  /** Known already, up to this revision: answered as it was the first time. */
  | { readonly kind: 'known'; readonly revision: number }
  | { readonly kind: 'wrong-revision' };

/**
 * EventStoreDB's rule for expected revisions and repeated ids.
 * A repeat counts as one only where all its events are known; known events followed by new ones are refused.
 */
export function decideAppend(view: StreamView, expected: Expected, ids: readonly string[]): AppendDecision {
  if (expected === 'any' || expected === 'stream-exists') return decideAnywhere(view, expected, ids);
  const after = expected === 'no-stream' ? -1 : Number(expected);
  if (after === view.last) return { kind: 'append' };
  if (after > view.last || ids.length === 0) return { kind: 'wrong-revision' };
  const known = ids.every((id, index) => after + 1 + index <= view.last && view.idAt(after + 1 + index) === id);
  return known ? { kind: 'known', revision: after + ids.length } : { kind: 'wrong-revision' };
}

function decideAnywhere(view: StreamView, expected: Expected, ids: readonly string[]): AppendDecision {
  if (expected === 'stream-exists' && view.last < 0 && !view.hasMetadata()) return { kind: 'wrong-revision' };
  const first = ids[0];
  if (first === undefined || view.last < 0 || view.firstRevisionOf(first) === undefined) return { kind: 'append' };
  const revisions = ids.map((id) => view.firstRevisionOf(id));
  const last = revisions[revisions.length - 1];
  if (last === undefined || revisions.includes(undefined)) return { kind: 'wrong-revision' };
  return { kind: 'known', revision: last };
}

import type { Visit } from '../visit/visit';

/** What a page that stands open is told by. */
export interface LiveFrame {
  /** Where it asks. */
  readonly address: string;
  /** The page itself, as it would be now. */
  readonly here: string;
}

/** Undefined for a page of a fixed moment: whatever is recorded later, it stays as it is. */
export function liveFrame({ context, asked, moment, resolved, link, path, query }: Visit): LiveFrame | undefined {
  if (resolved.final && asked.recordedBy !== undefined) return undefined;
  return { address: `${context.basePath}/live?after=${moment.size}`, here: link(path, query) };
}

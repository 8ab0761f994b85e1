import type { JsonObject } from '@milepost/event-store';
import { present } from './present';

export const SOURCE_KINDS = ['primary', 'press', 'copy'] as const;

/** What a row says of where it was seen. */
export interface SourceCells {
  readonly publisher: string;
  readonly source_kind: (typeof SOURCE_KINDS)[number];
  readonly source_url: string | undefined;
  readonly copies: string | undefined;
  /** The day or period of the source, where it differs from what the event says. */
  readonly date?: string | undefined;
}

/** A fact's source. The address of a copy is not somewhere to send readers, so it enters no event; what it copies does. */
export function sourceOf({ publisher, source_kind, source_url, copies, date }: SourceCells): JsonObject {
  return present({
    publisher,
    kind: source_kind,
    url: source_kind === 'copy' ? undefined : source_url,
    copies,
    date,
  });
}

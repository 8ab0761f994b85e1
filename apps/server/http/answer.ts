import type { ResolvedMoment } from '@milepost/views';

/** A table that an answer can also be sent as: the names of the columns, and rows of plain values. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

export interface AnswerParts {
  readonly body: object;
  /** The moment it was given for; undefined where it depends on none. */
  readonly moment?: Pick<ResolvedMoment, 'final' | 'pinned'> | undefined;
  /** Address of the next page, relative to the base path. */
  readonly next?: string | undefined;
  readonly table?: Table | undefined;
  /** Revision of the aggregate it shows, for `If-Match`; undefined where it shows none. */
  readonly revision?: string | undefined;
}

/** What a reading handler returns; the edge makes headers and formats of it. */
export class Answer {
  constructor(readonly parts: AnswerParts) {}
}

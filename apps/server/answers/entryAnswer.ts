import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { LedgerEntry } from '@milepost/ledger';
import { DecimalText, InstantText, Members, Nullable } from './schemaParts';

export const EntryAnswer = Members(
  {
    sequence: DecimalText,
    id: Type.String(),
    stream: Type.String(),
    revision: DecimalText,
    type: Type.String(),
    /** Effective recorded time: never runs backwards along the ledger. */
    recordedAt: InstantText,
    previous: Nullable(DecimalText),
    /** Whether it carries our metadata; otherwise it was written outside Milepost. */
    ours: Type.Boolean(),
    data: Type.Unknown(),
    metadata: Type.Unknown(),
  },
  'An entry of the ledger, as it was recorded.',
);
export type EntryAnswer = Static<typeof EntryAnswer>;

export function entryAnswer(entry: LedgerEntry): EntryAnswer {
  return {
    sequence: String(entry.sequence),
    id: entry.id,
    stream: entry.stream,
    revision: String(entry.revision),
    type: entry.type,
    recordedAt: new Date(entry.recordedAt).toISOString(),
    previous: entry.previous === undefined ? null : String(entry.previous),
    ours: actorOf(entry) !== undefined,
    data: entry.data ?? null,
    metadata: entry.metadata ?? null,
  };
}

export function actorOf({ metadata }: LedgerEntry): string | undefined {
  if (typeof metadata !== 'object' || metadata === null || !('actor' in metadata)) return undefined;
  const actor: unknown = metadata.actor;
  const id: unknown = typeof actor === 'object' && actor !== null && 'id' in actor ? actor.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

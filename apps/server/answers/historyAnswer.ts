import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { FactHistoryItem } from '@milepost/views';
import { DayText, DecimalText, EventData, InstantText, Members, Nullable } from './schemaParts';
import { dayAnswer } from './windowAnswer';

export const HistoryItemAnswer = Members(
  {
    sequence: DecimalText,
    id: Type.String({ format: 'uuid' }),
    type: Type.String(),
    fact: Nullable(Type.String({ format: 'uuid' })),
    replaces: Nullable(Type.String({ format: 'uuid' })),
    reason: Nullable(Type.String()),
    publicOn: Nullable(DayText),
    recordedAt: InstantText,
    effective: Type.Boolean(),
    data: EventData,
  },
  'One link of the chain of versions: what was recorded, and what it replaced.',
);
export type HistoryItemAnswer = Static<typeof HistoryItemAnswer>;

export function historyItemAnswer(item: FactHistoryItem): HistoryItemAnswer {
  return {
    sequence: String(item.sequence),
    id: item.eventId,
    type: item.storedType,
    fact: item.fact ?? null,
    replaces: item.replaces ?? null,
    reason: item.reason ?? null,
    publicOn: dayAnswer(item.publicOn),
    recordedAt: new Date(item.recordedAt).toISOString(),
    effective: item.effective,
    data: { ...item.data },
  };
}

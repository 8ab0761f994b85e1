import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { FactView } from '@milepost/views';
import { DayText, DecimalText, EventData, Members, Nullable, WindowAnswer } from './schemaParts';
import { windowAnswer } from './windowAnswer';
import { formatDay } from '@milepost/domain';

export const FactAnswer = Members(
  {
    /** Entry number of this version: `/api/v1/entries/{sequence}`. */
    sequence: DecimalText,
    fact: Type.String({ format: 'uuid' }),
    version: Type.String({ format: 'uuid' }),
    type: Type.String(),
    subject: Type.String(),
    occurredOn: Nullable(Type.String()),
    occurredBy: Nullable(Type.String()),
    precision: Type.String(),
    window: WindowAnswer,
    publicOn: DayText,
    publicHow: Type.String(),
    disputed: Type.Boolean(),
    data: EventData,
  },
  'One version of a fact: the one in effect at the moment.',
);
export type FactAnswer = Static<typeof FactAnswer>;

export function factAnswer(fact: FactView): FactAnswer {
  return {
    sequence: String(fact.sequence),
    fact: fact.fact,
    version: fact.version,
    type: fact.type,
    subject: fact.subject,
    occurredOn: fact.occurrence.occurredOn ?? null,
    occurredBy: fact.occurrence.occurredBy ?? null,
    precision: fact.occurrence.precision,
    window: windowAnswer(fact.window),
    publicOn: formatDay(fact.publicOn),
    publicHow: fact.publicHow,
    disputed: fact.disputed,
    data: { ...fact.data },
  };
}

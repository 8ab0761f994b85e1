import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { Recorded } from '../recording/recorder';
import { DecimalText, Members, Nullable } from './schemaParts';

/** What a write is answered with. */
export const RecordedAnswer = Members(
  {
    ledger: Type.String(),
    subject: Type.String(),
    /** Id of the fact that this is or is about. */
    fact: Type.String({ format: 'uuid' }),
    events: Type.Array(
      Members({
        id: Type.String({ format: 'uuid' }),
        type: Type.String(),
        revision: DecimalText,
        /** Null where the ledger did not hold it yet when this was answered; the token finds it. */
        sequence: Nullable(DecimalText),
      }),
      { minItems: 1 },
    ),
    /** For the header Milepost-After: a read with it waits until this is visible. */
    token: Type.String(),
    /** Whether the same request was recorded before, and this is its answer again. */
    again: Type.Boolean(),
  },
  'What was recorded.',
);

export function recordedAnswer(
  ledger: string,
  fact: string | undefined,
  recorded: Recorded,
): Static<typeof RecordedAnswer> {
  return {
    ledger,
    subject: recorded.subject,
    fact: fact ?? recorded.events[0]?.id ?? '',
    events: recorded.events.map((event) => ({ ...event })),
    token: recorded.token,
    again: recorded.again,
  };
}

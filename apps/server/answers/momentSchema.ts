import { Type } from '@sinclair/typebox';
import { DayText, DecimalText, InstantText, Members, Nullable } from './schemaParts';

/** The moment that an answer was given for (`MomentAnswer` of the views). */
export const MomentSchema = Members(
  {
    ledger: Type.String(),
    /** Null where the answer depends on no day: entries as they were recorded. */
    asOf: Nullable(DayText),
    size: DecimalText,
    recordedBy: Nullable(Type.String()),
    lastRecordedAt: Nullable(InstantText),
    root: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
    publicBy: Nullable(DayText),
    definitions: Type.Array(Type.String()),
    final: Type.Boolean(),
    view: Nullable(Type.String()),
  },
  'The moment that this was answered for. A final one is answered the same for ever.',
);

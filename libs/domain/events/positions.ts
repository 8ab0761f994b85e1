import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { Count, DayText, fact, Text } from './schemaParts';

/** A figure as it was agreed: what the record showed at the moment that the position names. */
export const AgreedFigure = Type.Object(
  {
    /** As the interface names it: `epr-live`. */
    metric: Type.String({ pattern: '^[a-z][a-z0-9:@.-]*$', maxLength: 200 }),
    /** The version of the definition that it was counted by. */
    definition: Text,
    numerator: Count,
    denominator: Count,
    notKnown: Count,
  },
  { additionalProperties: false },
);
export type AgreedFigure = Static<typeof AgreedFigure>;

/** What a board agreed on a day: figures at a moment. The moment is pinned to a size, so that it shows the same for ever. */
export const PositionAgreed = fact({
  title: Text,
  /** Role or body that agreed, never a person. */
  authority: Text,
  asOf: DayText,
  recordedBy: Type.String({ pattern: '^size:(0|[1-9][0-9]{0,14})$' }),
  publicBy: Type.Optional(DayText),
  figures: Type.Array(AgreedFigure, { minItems: 1, maxItems: 20 }),
});
export type PositionAgreed = Static<typeof PositionAgreed>;

import { Type } from '@sinclair/typebox';
import { Count, DayText, fact, GbpMillions, OdsCode, Percent, PeriodText, Slug, Source, Text } from './schemaParts';

/** Public statements, and the sources that facts are taken from. */

export const StatementPublished = fact({
  /** Role or body, in the source's words; `not known` is said, never guessed. */
  speaker: Text,
  audience: Type.Optional(Text),
  kind: Type.Union(['claim', 'forecast', 'target', 'decision', 'publication'].map((kind) => Type.Literal(kind))),
  /** The finer kind that the source's compiler gave it: `status_claim`, `budget_changed` and so on. */
  topic: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
  metric: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_]*$' })),
  population: Type.Optional(Text),
  /** What was said, and so the definition, in its own words. */
  wording: Text,
  numerator: Type.Optional(Count),
  denominator: Type.Optional(Count),
  percentLow: Type.Optional(Percent),
  percentHigh: Type.Optional(Percent),
  fromGbpMillions: Type.Optional(GbpMillions),
  toGbpMillions: Type.Optional(GbpMillions),
  targetDate: Type.Optional(PeriodText),
  /** The parts of a published split, as labelled; a part whose size was not said has no count. */
  parts: Type.Optional(
    Type.Array(
      Type.Object(
        { label: Text, count: Type.Optional(Type.Integer({ minimum: 0 })), size: Type.Optional(Text) },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  ),
  /** The day or period it refers to. */
  refersTo: Type.Optional(PeriodText),
  refersToEnd: Type.Optional(PeriodText),
  /** An earlier statement that the speaker corrects with this one (`corrects` itself is reserved for our own errors). */
  supersedes: Type.Optional(Slug),
});

export const SourceDeclared = fact({ declares: Source });
export const SourceCompleteTo = fact({
  kinds: Type.Array(Text, { minItems: 1 }),
  trusts: Type.Optional(Type.Array(OdsCode, { minItems: 1 })),
  completeTo: DayText,
});

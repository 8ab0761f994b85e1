import { Type } from '@sinclair/typebox';
import { DayText, fact, GbpMillions, Percent, PrecisionText, Slug, Text } from './schemaParts';
import { Rating } from './eprLifeCycle';

/** Programmes and targets. `occurred…` is when a change was announced, `decided…` when it was decided. */

const date = Type.Optional(Type.String());
const decided = {
  decidedOn: date,
  decidedBy: date,
  decidedPrecision: Type.Optional(PrecisionText),
  /** Role or body that decided; absent where it is not known. */
  authority: Type.Optional(Text),
  reasons: Type.Optional(Type.Array(Text, { minItems: 1 })),
  conditions: Type.Optional(Type.Array(Text, { minItems: 1 })),
  /** The moment that the decision was informed by. */
  informedBy: Type.Optional(
    Type.Object(
      { asOf: DayText, recordedBy: Type.Optional(Text), publicBy: Type.Optional(DayText) },
      { additionalProperties: false },
    ),
  ),
  /** The public statement in which it was announced. */
  statement: Type.Optional(Slug),
};
const ends = { endsOn: date, endsBy: date, endsPrecision: Type.Optional(PrecisionText) };
const starts = { startsOn: date, startsBy: date, startsPrecision: Type.Optional(PrecisionText) };
const deadline = { deadlineOn: date, deadlineBy: date, deadlinePrecision: Type.Optional(PrecisionText) };
const threshold = { thresholdPercentLow: Type.Optional(Percent), thresholdPercentHigh: Type.Optional(Percent) };

export const ProgrammeLaunched = fact({ name: Text, ...ends, ...decided }, 'ends', 'decided');
export const ProgrammeEndRevised = fact({ ...ends, wording: Type.Optional(Text), ...decided }, 'ends', 'decided');
export const FundingRevised = fact(
  {
    fromGbpMillions: Type.Optional(GbpMillions),
    toGbpMillions: Type.Optional(GbpMillions),
    /** First and last day of the period it is for. */
    periodFrom: Type.Optional(DayText),
    periodTo: Type.Optional(DayText),
    wording: Type.Optional(Text),
    ...decided,
  },
  'decided',
);
export const RatingPublished = fact(
  {
    rating: Rating,
    previousRating: Type.Optional(Rating),
    ratedBy: Text,
    /** The scale itself has versions: three points now, five before. */
    scale: Type.Optional(Text),
    asAtOn: date,
    asAtBy: date,
    asAtPrecision: Type.Optional(PrecisionText),
    statement: Type.Optional(Slug),
  },
  'asAt',
);
/** `ends…` is when this programme ends, `starts…` when its successor takes over, each as far as the source says it. */
export const ProgrammeSucceeded = fact(
  { successor: Slug, wording: Type.Optional(Text), ...ends, ...starts, ...decided },
  'ends',
  'starts',
  'decided',
);

const metric = Type.String({ pattern: '^[a-z][a-z0-9_]*$' });
export const TargetSet = fact(
  { metric, population: Type.Optional(Text), wording: Text, ...threshold, ...deadline, ...decided },
  'deadline',
  'decided',
);
export const TargetReworded = fact(
  { wording: Text, metric: Type.Optional(metric), ...threshold, ...deadline, ...decided },
  'deadline',
  'decided',
);
export const ThresholdChanged = fact(
  { wording: Type.Optional(Text), ...threshold, ...deadline, ...decided },
  'deadline',
  'decided',
);
export const DeadlineExtended = fact({ wording: Type.Optional(Text), ...deadline, ...decided }, 'deadline', 'decided');
export const TargetWithdrawn = fact({ wording: Type.Optional(Text), ...decided }, 'decided');

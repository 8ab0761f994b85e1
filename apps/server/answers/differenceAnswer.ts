import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { DIFFERING } from '@milepost/views';
import type { TrustDifference } from '@milepost/views';
import { DecimalText, Members, Nullable, OneOf } from './schemaParts';
import { table } from './tables';
import { whyAnswer } from './windowAnswer';

export const DifferenceAnswer = Members({
  ods: Type.String(),
  name: Type.String(),
  what: OneOf(...DIFFERING),
  /** Level by the rule; `not-known` is one. */
  before: Type.String(),
  after: Type.String(),
  /** Each step of the path at which it changed: what was corrected or learned later, then what came to pass. */
  changes: Type.Array(
    Members({
      cause: OneOf('correction', 'learned-later', 'between-days'),
      before: Type.String(),
      after: Type.String(),
      entry: Nullable(DecimalText),
    }),
  ),
});

export function differenceAnswer({ changes, ...view }: TrustDifference): Static<typeof DifferenceAnswer> {
  return { ...view, changes: changes.map((change) => ({ ...change, entry: whyAnswer(change.entry) })) };
}

export const differencesTable = table<Static<typeof DifferenceAnswer>>({
  ods: ({ ods }) => ods,
  name: ({ name }) => name,
  what: ({ what }) => what,
  before: ({ before }) => before,
  after: ({ after }) => after,
  causes: ({ changes }) => changes.map(({ cause }) => cause).join(' '),
  entries: ({ changes }) => changes.flatMap(({ entry }) => entry ?? []).join(' '),
});

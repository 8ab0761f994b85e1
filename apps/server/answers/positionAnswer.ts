import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { formatDay } from '@milepost/domain';
import type { ChangedSince, FigureAgreed, PositionView } from '@milepost/views';
import { FactAnswer, factAnswer } from './factAnswer';
import { figureMembers, figureNumbers } from './figureAnswer';
import { MovementAnswer, movementAnswer } from './movementAnswer';
import { DayText, Members, Nullable } from './schemaParts';
import { table } from './tables';

const AgreedAnswer = Members({
  metric: Type.String(),
  agreed: Members({
    definition: Type.String(),
    numerator: Type.Integer({ minimum: 0 }),
    denominator: Type.Integer({ minimum: 0 }),
    notKnown: Type.Integer({ minimum: 0 }),
  }),
  /** Counted again for the same moment; null where the record counts nothing of that name. */
  again: Nullable(Members({ definition: Type.String(), ...figureMembers })),
  /** Whether both are the same. A moment's figures never change: false is a fault, of the record or of who wrote it. */
  same: Type.Boolean(),
});

export const PositionAnswer = Members({
  id: Type.String(),
  title: Type.String(),
  /** Role or body that agreed. */
  authority: Type.String(),
  /** The moment that it was agreed about; `recordedBy` names a size. */
  about: Members({ asOf: DayText, recordedBy: Type.String(), publicBy: Nullable(DayText) }),
  figures: Type.Array(AgreedAnswer),
  fact: FactAnswer,
});
export type PositionAnswer = Static<typeof PositionAnswer>;

export const SinceAnswer = Members({
  metric: Type.String(),
  /** Null where the two moments cannot be compared: say publicBy where the position has one, and leave it out where it has none. */
  movement: Nullable(MovementAnswer),
});

export function positionAnswer({ id, title, authority, about, figures, fact }: PositionView): PositionAnswer {
  return {
    id,
    title,
    authority,
    about: {
      asOf: formatDay(about.asOf),
      recordedBy: `size:${about.size}`,
      publicBy: about.publicBy === undefined ? null : formatDay(about.publicBy),
    },
    figures: figures.map(agreedAnswer),
    fact: factAnswer(fact),
  };
}

function agreedAnswer({ agreed, again, same }: FigureAgreed): Static<typeof AgreedAnswer> {
  const { metric, ...numbers } = agreed;
  return {
    metric,
    agreed: numbers,
    again: again === undefined ? null : { definition: again.definition, ...figureNumbers(again) },
    same,
  };
}

export const sinceAnswer = ({ metric, movement }: ChangedSince): Static<typeof SinceAnswer> => ({
  metric,
  movement: movement === undefined ? null : movementAnswer(movement, undefined),
});

type Row = PositionAnswer & { readonly figure: PositionAnswer['figures'][number] };

const rows = table<Row>({
  id: ({ id }) => id,
  title: ({ title }) => title,
  authority: ({ authority }) => authority,
  agreedEarliest: ({ fact }) => fact.window.earliest,
  agreedLatest: ({ fact }) => fact.window.latest,
  asOf: ({ about }) => about.asOf,
  recordedBy: ({ about }) => about.recordedBy,
  publicBy: ({ about }) => about.publicBy,
  metric: ({ figure }) => figure.metric,
  definition: ({ figure }) => figure.agreed.definition,
  numerator: ({ figure }) => figure.agreed.numerator,
  denominator: ({ figure }) => figure.agreed.denominator,
  notKnown: ({ figure }) => figure.agreed.notKnown,
  same: ({ figure }) => figure.same,
  entry: ({ fact }) => fact.sequence,
});

/** A line for each figure of each position. */
export const positionsTable = (positions: readonly PositionAnswer[]) =>
  rows(positions.flatMap((position) => position.figures.map((figure) => ({ ...position, figure }))));

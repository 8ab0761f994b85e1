import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { formatDay, MOVEMENT_PARTS } from '@milepost/domain';
import { REPLAY_ALONG } from '@milepost/views';
import type { ReplayStep } from '@milepost/views';
import type { Table } from '../http/answer';
import { figureMembers, figureNumbers, METRICS } from './figureAnswer';
import { MomentSchema } from './momentSchema';
import { DayText, DecimalText, Members, Nullable, OneOf } from './schemaParts';
import { table } from './tables';
import { whyAnswer } from './windowAnswer';

const VERDICTS = OneOf('yes', 'no', 'not-known', 'not-counted');
const Step = Members({
  /** From 1; the beginning is 0. */
  step: Type.Integer({ minimum: 0 }),
  /** The moment after it, as a question takes it. */
  at: Members({ asOf: DayText, size: DecimalText, publicBy: Nullable(DayText) }),
  figures: Type.Array(Members({ metric: OneOf(...METRICS), ...figureMembers })),
  /** Empty where the step changed nothing. */
  moved: Type.Array(
    Members({
      metric: OneOf(...METRICS),
      ods: Type.String(),
      part: OneOf(...MOVEMENT_PARTS),
      before: VERDICTS,
      after: VERDICTS,
      numerator: Type.Integer(),
      denominator: Type.Integer(),
      notKnown: Type.Integer(),
      entry: Nullable(DecimalText),
    }),
  ),
});

export const ReplayAnswer = Members({
  moment: MomentSchema,
  along: OneOf(...REPLAY_ALONG),
  /** Where this page begins: what its first step is compared with. */
  begin: Step,
  items: Type.Array(Step),
  /** Of steps, those left out among them. */
  total: Type.Integer({ minimum: 0 }),
  next: Nullable(Type.String()),
});

export function stepAnswer({ moment, figures, moved }: ReplayStep, step: number): Static<typeof Step> {
  const { asOf, size, publicBy } = moment;
  return {
    step,
    at: {
      asOf: formatDay(asOf),
      size: String(size),
      publicBy: publicBy === undefined ? null : formatDay(publicBy),
    },
    figures: figures.map((figure) => ({ metric: figure.metric, ...figureNumbers(figure) })),
    moved: moved.map(({ metric, ods, part, before, after, numerator, denominator, notKnown, entry }) => ({
      ...{ metric, ods, part, numerator, denominator, notKnown },
      before: before as Static<typeof VERDICTS>,
      after: after as Static<typeof VERDICTS>,
      entry: whyAnswer(entry),
    })),
  };
}

/** A row a figure of each step, with the entries that moved it. */
export function replayTable(steps: readonly Static<typeof Step>[]): Table {
  const rows = steps.flatMap(({ step, at, figures, moved }) =>
    figures.map((figure) => ({ step, at, figure, moved: moved.filter(({ metric }) => metric === figure.metric) })),
  );
  return table<(typeof rows)[number]>({
    step: ({ step }) => step,
    asOf: ({ at }) => at.asOf,
    size: ({ at }) => at.size,
    publicBy: ({ at }) => at.publicBy,
    metric: ({ figure }) => figure.metric,
    numerator: ({ figure }) => figure.numerator,
    denominator: ({ figure }) => figure.denominator,
    notKnown: ({ figure }) => figure.notKnown,
    disputed: ({ figure }) => figure.disputed,
    trustsMoved: ({ moved }) => moved.map(({ ods }) => ods).join(' '),
    entries: ({ moved }) => moved.flatMap(({ entry }) => entry ?? []).join(' '),
  })(rows);
}

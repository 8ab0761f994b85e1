import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { fractionText, MOVEMENT_PARTS, SCOPE_CAUSES } from '@milepost/domain';
import type { Counts } from '@milepost/domain';
import type { MovedTrust, MovementAnswer as MovementRead, MovementPartView, MovementView } from '@milepost/views';
import type { Table } from '../http/answer';
import { figureMembers, figureNumbers, GROUPS, METRICS } from './figureAnswer';
import { DecimalText, Members, Nullable, OneOf } from './schemaParts';
import { table } from './tables';
import { whyAnswer } from './windowAnswer';

const counts = {
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  notKnown: Type.Integer(),
};
/** Percentage points: rounded to tenths so that all parts come to the rounded total, and exact, `50/21`. */
const points = Nullable(
  Members({ rounded: Type.Number(), exact: Type.String({ pattern: '^-?[0-9]+(/[1-9][0-9]*)?$' }) }),
);
const PartAnswer = Members({
  part: OneOf(...MOVEMENT_PARTS),
  trusts: Type.Integer({ minimum: 0 }),
  ...counts,
  /** Of what is certain; null where a reading on the path has no denominator, and for the scope itself. */
  pointsLow: points,
  /** With all that is not known counted in. */
  pointsHigh: points,
});
const parts = Type.Array(PartAnswer, { description: 'In the order of the path; their sum is the difference.' });

export const MovementAnswer = Members({
  metric: OneOf(...METRICS),
  definitions: Members({ from: Type.String(), to: Type.String() }),
  from: Members(figureMembers),
  to: Members(figureMembers),
  parts,
  by: Nullable(OneOf(...GROUPS)),
  groups: Nullable(
    Type.Array(Members({ group: Nullable(Type.String()), from: Members(counts), to: Members(counts), parts })),
  ),
});

const VERDICTS = OneOf('yes', 'no', 'not-known', 'not-counted');
export const MovedTrustAnswer = Members({
  ods: Type.String(),
  name: Type.String(),
  part: OneOf(...MOVEMENT_PARTS),
  /** Of the part `scope` alone. */
  cause: Nullable(OneOf(...SCOPE_CAUSES)),
  /** Of movement by group alone. */
  group: Nullable(Type.String()),
  before: VERDICTS,
  after: VERDICTS,
  ...counts,
  /** The entry that decided; null where none did. */
  entry: Nullable(DecimalText),
  reason: Type.String(),
});

const numbers = ({ numerator, denominator, notKnown }: Counts): Counts => ({ numerator, denominator, notKnown });

function partAnswer(view: MovementPartView): Static<typeof PartAnswer> {
  const pointsOf = (end: MovementPartView['low']) =>
    end === undefined ? null : { rounded: end.rounded, exact: fractionText(end.exact) };
  return {
    part: view.part,
    trusts: view.trusts,
    ...numbers(view),
    pointsLow: pointsOf(view.low),
    pointsHigh: pointsOf(view.high),
  };
}

const wholeOrGroup = ({ from, to, parts: split }: MovementView) => ({
  from: numbers(from),
  to: numbers(to),
  parts: split.map(partAnswer),
});

export function movementAnswer(
  view: MovementRead,
  by: (typeof GROUPS)[number] | undefined,
): Static<typeof MovementAnswer> {
  return {
    metric: view.metric,
    definitions: view.definitions,
    from: figureNumbers(view.from),
    to: figureNumbers(view.to),
    parts: view.parts.map(partAnswer),
    by: by ?? null,
    groups: view.groups?.map((group) => ({ group: group.group ?? null, ...wholeOrGroup(group) })) ?? null,
  };
}

export function movedTrustAnswer(moved: MovedTrust): Static<typeof MovedTrustAnswer> {
  return {
    ods: moved.ods,
    name: moved.name,
    part: moved.part,
    cause: moved.cause ?? null,
    group: moved.group ?? null,
    before: moved.before as Static<typeof VERDICTS>,
    after: moved.after as Static<typeof VERDICTS>,
    ...numbers(moved),
    entry: whyAnswer(moved.entry),
    reason: moved.reason,
  };
}

/** A row a part, or a row a part of each group where groups were asked for. */
export function movementTable({ parts: whole, groups }: Static<typeof MovementAnswer>): Table {
  const rows =
    groups?.flatMap(({ group, parts: split }) => split.map((part) => ({ group, ...part }))) ??
    whole.map((part) => ({ group: null, ...part }));
  return table<(typeof rows)[number]>({
    group: ({ group }) => group,
    part: ({ part }) => part,
    trusts: ({ trusts }) => trusts,
    numerator: ({ numerator }) => numerator,
    denominator: ({ denominator }) => denominator,
    notKnown: ({ notKnown }) => notKnown,
    pointsLow: ({ pointsLow }) => pointsLow?.rounded ?? null,
    pointsHigh: ({ pointsHigh }) => pointsHigh?.rounded ?? null,
  })(rows);
}

export const movedTrustsTable = table<Static<typeof MovedTrustAnswer>>({
  part: ({ part }) => part,
  cause: ({ cause }) => cause,
  group: ({ group }) => group,
  ods: ({ ods }) => ods,
  name: ({ name }) => name,
  before: ({ before }) => before,
  after: ({ after }) => after,
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  notKnown: ({ notKnown }) => notKnown,
  entry: ({ entry }) => entry,
  reason: ({ reason }) => reason,
});

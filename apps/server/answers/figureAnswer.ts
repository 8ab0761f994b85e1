import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { formatDay } from '@milepost/domain';
import type { Figure, FigureAnswer as FigureView, FigureMember, SeriesPoint } from '@milepost/views';
import { DayText, DecimalText, Members, Nullable, OneOf } from './schemaParts';
import { whyAnswer } from './windowAnswer';

export const figureMembers = {
  numerator: Type.Integer({ minimum: 0 }),
  denominator: Type.Integer({ minimum: 0 }),
  notKnown: Type.Integer({ minimum: 0 }),
  disputed: Type.Integer({ minimum: 0 }),
  /** 0 to 100, unrounded; null without a denominator. */
  percentLow: Nullable(Type.Number({ minimum: 0, maximum: 100 })),
  /** With all that is not known counted in. */
  percentHigh: Nullable(Type.Number({ minimum: 0, maximum: 100 })),
};
export const METRICS = [
  ...(['in-scope', 'epr-live', 'epr-live-or-implementing'] as const),
  ...(['late-against-plan', 'late-against-first-plan', 'plan-published'] as const),
] as const;
/** `meets:{standard}@{version}` */
export const STANDARD_METRIC = 'meets:[a-z0-9]+(-[a-z0-9]+)*@[a-z0-9]+([.-][a-z0-9]+)*';
export const MetricName = Type.Union([OneOf(...METRICS), Type.String({ pattern: `^${STANDARD_METRIC}$` })]);
export const GROUPS = ['region', 'icb', 'type'] as const;

export const FigureAnswer = Members({
  metric: MetricName,
  definition: Type.String(),
  ...figureMembers,
  by: Nullable(OneOf(...GROUPS)),
  /** Null where none were asked for; `group` null: trusts whose group is not known on the day. */
  groups: Nullable(Type.Array(Members({ group: Nullable(Type.String()), ...figureMembers }))),
});
export const MemberAnswer = Members({
  ods: Type.String(),
  name: Type.String(),
  verdict: OneOf('yes', 'no', 'not-known'),
  scopeWhy: Nullable(DecimalText),
  why: Nullable(DecimalText),
  reason: Type.String(),
});
export const PointAnswer = Members({ day: DayText, ...figureMembers });

type FigureNumbers = Static<ReturnType<typeof Members<typeof figureMembers>>>;

export function figureNumbers(view: Figure): FigureNumbers {
  return {
    numerator: view.numerator,
    denominator: view.denominator,
    notKnown: view.notKnown,
    disputed: view.disputed,
    percentLow: view.percentLow ?? null,
    percentHigh: view.percentHigh ?? null,
  };
}

export function figureAnswer(view: FigureView, by: (typeof GROUPS)[number] | undefined): Static<typeof FigureAnswer> {
  return {
    metric: view.metric,
    definition: view.definition,
    ...figureNumbers(view),
    by: by ?? null,
    groups: view.groups?.map((group) => ({ group: group.group ?? null, ...figureNumbers(group) })) ?? null,
  };
}

export function memberAnswer(member: FigureMember): Static<typeof MemberAnswer> {
  return {
    ods: member.ods,
    name: member.name,
    verdict: member.verdict as Static<typeof MemberAnswer>['verdict'],
    scopeWhy: whyAnswer(member.scopeWhy),
    why: whyAnswer(member.why),
    reason: member.reason,
  };
}

export function pointAnswer(point: SeriesPoint): Static<typeof PointAnswer> {
  return { day: formatDay(point.day), ...figureNumbers(point) };
}

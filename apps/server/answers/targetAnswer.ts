import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { decisionOf } from '@milepost/domain';
import type { TargetDate, TargetMember, TargetMove, TargetState, TargetStep, Threshold } from '@milepost/domain';
import type { FactView, TargetFigure, TargetView } from '@milepost/views';
import { FactAnswer, factAnswer } from './factAnswer';
import { figureMembers, figureNumbers } from './figureAnswer';
import { DecimalText, Members, Nullable, OneOf, WindowAnswer } from './schemaParts';
import { table } from './tables';
import { whyAnswer, windowAnswer } from './windowAnswer';

/** Percent of trusts; both the same where one was said. */
export const ShareAnswer = Members({ low: Type.Number(), high: Type.Number() });
/** A date as it was given, and the days that it covers. */
export const DateAnswer = Members({
  on: Nullable(Type.String()),
  by: Nullable(Type.String()),
  precision: Nullable(Type.String()),
  window: WindowAnswer,
});

const decided = {
  /** Entry that decided; null where nothing said it. */
  why: Nullable(DecimalText),
  /** The day lies in the period of a change that may have been announced by then, so that it is not known. */
  open: Type.Boolean(),
};
/** What a target says on the day, member by member; a value is null where nothing said it, or it is not known. */
export const TargetStateAnswer = Members({
  wording: Members({ value: Nullable(Type.String()), ...decided }),
  metric: Members({ value: Nullable(Type.String()), ...decided }),
  population: Members({ value: Nullable(Type.String()), ...decided }),
  threshold: Members({ value: Nullable(ShareAnswer), ...decided }),
  deadline: Members({ value: Nullable(DateAnswer), ...decided }),
});

const ValueAnswer = Type.Union([Type.String(), Type.Boolean(), ShareAnswer, DateAnswer, Type.Null()]);

/** What a change says of the decision behind it; null, or an empty list, where it is not known. */
export const DecisionAnswer = Members({
  authority: Nullable(Type.String()),
  decided: Nullable(DateAnswer),
  reasons: Type.Array(Type.String()),
  conditions: Type.Array(Type.String()),
  informedBy: Nullable(
    Members({ asOf: Type.String(), recordedBy: Nullable(Type.String()), publicBy: Nullable(Type.String()) }),
  ),
  /** Id of the public statement that announced it. */
  statement: Nullable(Type.String()),
});

export const TargetChangeAnswer = Members({
  ...FactAnswer.properties,
  /** Whether it says in so many words that the date was moved, and the new one is later. */
  extension: Type.Boolean(),
  moved: Type.Array(
    Members({
      member: OneOf('wording', 'metric', 'population', 'threshold', 'deadline', 'withdrawn'),
      /** Null: nothing was said of it before. */
      from: ValueAnswer,
      to: ValueAnswer,
    }),
  ),
  decision: DecisionAnswer,
});

export const TargetAnswer = Members(
  {
    id: Type.String(),
    kind: OneOf('target', 'programme-end'),
    programme: Nullable(Type.String()),
    status: OneOf('in-force', 'withdrawn', 'not-known'),
    ...TargetStateAnswer.properties,
    /** The figure that the target is about; null where this record measures nothing of the kind. */
    against: Nullable(
      Members({
        metric: Type.String(),
        figure: Members(figureMembers),
        /** Trusts that the share asks for, and how many are missing to it: if all that are not known count, and if none does. */
        needed: Nullable(Type.Integer({ minimum: 0 })),
        stillNeeded: Nullable(Members({ low: Type.Integer({ minimum: 0 }), high: Type.Integer({ minimum: 0 }) })),
      }),
    ),
    /** Its setting and every change, in their order. */
    changes: Type.Array(TargetChangeAnswer),
  },
  'A target, or the end of a programme, as it was announced by the day.',
);
export type TargetAnswer = Static<typeof TargetAnswer>;

export function targetAnswer(view: TargetView): TargetAnswer {
  const { id, kind, programme, status, state, against, steps } = view;
  return {
    id,
    kind,
    programme: programme ?? null,
    status,
    ...stateAnswer(state),
    against: against === undefined ? null : againstAnswer(against),
    changes: steps.map(changeAnswer),
  };
}

export function stateAnswer(state: TargetState): Static<typeof TargetStateAnswer> {
  const of = <T, A>({ value, why, open }: TargetMember<T>, answer: (value: T) => A) => ({
    value: value === undefined ? null : answer(value),
    why: whyAnswer(why),
    open,
  });
  const text = (value: string) => value;
  return {
    wording: of(state.wording, text),
    metric: of(state.metric, text),
    population: of(state.population, text),
    threshold: of(state.threshold, shareAnswer),
    deadline: of(state.deadline, dateAnswer),
  };
}

function againstAnswer({ metric, figure, still }: TargetFigure): TargetAnswer['against'] {
  return {
    metric,
    figure: figureNumbers(figure),
    needed: still?.needed ?? null,
    stillNeeded: still === undefined ? null : { low: still.low, high: still.high },
  };
}

export function changeAnswer({ fact, extension, moved }: TargetStep<FactView>): Static<typeof TargetChangeAnswer> {
  return { ...factAnswer(fact), extension, moved: moved.map(moveAnswer), decision: decisionAnswer(fact) };
}

function moveAnswer(move: TargetMove): Static<typeof TargetChangeAnswer>['moved'][number] {
  return { member: move.member, from: valueAnswer(move.from), to: valueAnswer(move.to) };
}

function valueAnswer(value: TargetMove['from']): Static<typeof ValueAnswer> {
  if (value === undefined) return null;
  if (typeof value !== 'object') return value;
  return 'window' in value ? dateAnswer(value) : shareAnswer(value);
}

const shareAnswer = ({ low, high }: Threshold): Static<typeof ShareAnswer> => ({ low, high });

export function dateAnswer({ text, window }: TargetDate): Static<typeof DateAnswer> {
  return { on: text.on ?? null, by: text.by ?? null, precision: text.precision ?? null, window: windowAnswer(window) };
}

export function decisionAnswer(fact: FactView): Static<typeof DecisionAnswer> {
  const { authority, decided: when, reasons, conditions, informedBy, statement } = decisionOf(fact);
  return {
    authority: authority ?? null,
    decided: when === undefined ? null : dateAnswer(when),
    reasons: [...reasons],
    conditions: [...conditions],
    informedBy:
      informedBy === undefined
        ? null
        : { asOf: informedBy.asOf, recordedBy: informedBy.recordedBy ?? null, publicBy: informedBy.publicBy ?? null },
    statement: statement ?? null,
  };
}

export const targetsTable = table<TargetAnswer>({
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  wording: ({ wording }) => wording.value,
  metric: ({ metric }) => metric.value,
  population: ({ population }) => population.value,
  thresholdLow: ({ threshold }) => threshold.value?.low ?? null,
  thresholdHigh: ({ threshold }) => threshold.value?.high ?? null,
  deadline: ({ deadline }) => deadline.value?.on ?? deadline.value?.by ?? null,
  deadlineLatest: ({ deadline }) => deadline.value?.window.latest ?? null,
  changes: ({ changes }) => changes.length,
  extensions: ({ changes }) => changes.filter(({ extension }) => extension).length,
  figureMetric: ({ against }) => against?.metric ?? null,
  numerator: ({ against }) => against?.figure.numerator ?? null,
  denominator: ({ against }) => against?.figure.denominator ?? null,
  notKnown: ({ against }) => against?.figure.notKnown ?? null,
  needed: ({ against }) => against?.needed ?? null,
  stillNeededLow: ({ against }) => against?.stillNeeded?.low ?? null,
  stillNeededHigh: ({ against }) => against?.stillNeeded?.high ?? null,
});

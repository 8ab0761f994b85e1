import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { plannedWindow } from '@milepost/domain';
import type { AgainstPlan, TrustGoLives } from '@milepost/views';
import type { Table } from '../http/answer';
import { DecimalText, Members, Nullable, OneOf } from './schemaParts';
import { table } from './tables';
import { dayAnswer, whyAnswer } from './windowAnswer';

const AgainstPlanAnswer = Members({
  /** As far as is reported: see `reportedTo`. */
  level: OneOf('late', 'no-date', 'planned', 'ended', 'reached', 'not-known'),
  why: Nullable(DecimalText),
  /** Entry of the plan that names the day. */
  plan: Nullable(DecimalText),
  /** Last day of the period planned for. */
  plannedBy: Nullable(Type.String()),
  daysLate: Nullable(Type.Integer()),
});

const GoLiveAnswer = Members(
  {
    deployment: Type.String(),
    latest: AgainstPlanAnswer,
    first: AgainstPlanAnswer,
    /** The last word was a plan or postponement without a date. */
    noDate: Type.Boolean(),
    moves: Type.Integer({ minimum: 0 }),
    movedByDays: Nullable(Type.Integer()),
  },
  'A go-live that is not reached, or was suspended or withdrawn, against its first and its latest plan.',
);
export const TrustGoLivesAnswer = Members({
  ods: Type.String(),
  name: Type.String(),
  /** Last day to which anything is reported of the trust's EPR; null: none. Beyond it nobody knows whether a plan was kept. */
  reportedTo: Nullable(Type.String()),
  goLives: Type.Array(GoLiveAnswer),
});
type TrustGoLivesAnswer = Static<typeof TrustGoLivesAnswer>;

function againstAnswer({ level, why, plan, daysLate }: AgainstPlan): Static<typeof AgainstPlanAnswer> {
  return {
    level,
    why: whyAnswer(why),
    plan: plan ? String(plan.sequence) : null,
    plannedBy: dayAnswer(plan && plannedWindow(plan.data)?.latest),
    daysLate: daysLate ?? null,
  };
}

export function trustGoLivesAnswer({ ods, name, reportedTo, goLives }: TrustGoLives): TrustGoLivesAnswer {
  return {
    ods,
    name,
    reportedTo: dayAnswer(reportedTo),
    goLives: goLives.map(({ deployment, latest, first, noDate, moves, movedByDays }) => ({
      deployment,
      latest: againstAnswer(latest),
      first: againstAnswer(first),
      noDate,
      moves,
      movedByDays: movedByDays ?? null,
    })),
  };
}

type GoLiveRow = TrustGoLivesAnswer['goLives'][number] & Omit<TrustGoLivesAnswer, 'goLives'>;

const goLiveTable = table<GoLiveRow>({
  ods: ({ ods }) => ods,
  name: ({ name }) => name,
  deployment: ({ deployment }) => deployment,
  latest: ({ latest }) => latest.level,
  latestPlannedBy: ({ latest }) => latest.plannedBy,
  latestDaysLate: ({ latest }) => latest.daysLate,
  latestPlan: ({ latest }) => latest.plan,
  first: ({ first }) => first.level,
  firstPlannedBy: ({ first }) => first.plannedBy,
  firstDaysLate: ({ first }) => first.daysLate,
  firstPlan: ({ first }) => first.plan,
  noDate: ({ noDate }) => noDate,
  moves: ({ moves }) => moves,
  movedByDays: ({ movedByDays }) => movedByDays,
  reportedTo: ({ reportedTo }) => reportedTo,
});

/** A line for each go-live. */
export const goLivesTable = (trusts: readonly TrustGoLivesAnswer[]): Table =>
  goLiveTable(trusts.flatMap(({ goLives, ...trust }) => goLives.map((goLive) => ({ ...trust, ...goLive }))));

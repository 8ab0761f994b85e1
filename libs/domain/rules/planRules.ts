import type { Day } from '../time/day';
import type { Window } from '../time/window';
import type { LevelRule, Verdict } from './levelRule';
import { NOT_KNOWN } from './levelRule';
import type { DatedPlan, DeploymentPlans, TrustPlans } from './trustPlans';
import { alikeTrustPlans, NO_PLANS, PLAN_TYPES, sameTrustPlans, trustPlansAfter, withPlannedDay } from './trustPlans';

/**
 * Where a go-live stands against a plan: `late`, the last day planned for is over and it has not been reached; `no-date`,
 * postponed and no new date given; `planned`, a day to come; `ended`, reached and suspended or withdrawn since; `reached`.
 */
export type PlanLevel = 'late' | 'no-date' | 'planned' | 'ended' | 'reached' | 'not-known';

/** The plan that a go-live is held against: the first that was ever made for it, or the latest that names a day. */
export type PlanBasis = 'first' | 'latest';

/** A trust by its most pressing go-live: late, one still to come, one that was suspended or withdrawn, or all are reached. */
export type LatenessLevel = 'late' | 'not-late' | 'ended' | 'reached' | 'not-known';

const MOST_PRESSING: readonly (readonly [LatenessLevel, ReadonlySet<PlanLevel>])[] = [
  ['late', new Set(['late'])],
  ['not-late', new Set(['no-date', 'planned'])],
  ['ended', new Set(['ended'])],
  ['reached', new Set(['reached'])],
];

/**
 * Whether a trust was late on a day, by the level of its rule. A plan and lateness last no longer than what is reported:
 * it may have been moved or met since, so that after `reportedTo` neither yes nor no is known. What was reached, or suspended, stays so.
 * @param reportedTo the last day up to which anything is reported of the trust's EPR, or its source is complete
 */
export function lateOn({ level, why }: Verdict, day: Day, reportedTo: Day): Verdict {
  const isPassing = level === 'late' || level === 'not-late';
  if (level === NOT_KNOWN || (isPassing && day > reportedTo)) return { level: NOT_KNOWN, why };
  return { level: level === 'late' ? 'yes' : 'no', why };
}

/** The last day up to which a fact shows that a trust's EPR is reported: it happened by then, and it was public by then. */
export function reportedBy(window: Window, publicOn: Day): Day {
  return window.latest === Infinity ? -Infinity : Math.min(window.latest, publicOn);
}

/** Where one deployment stands against its first or its latest plan. */
export function planVerdict(plans: DeploymentPlans, basis: PlanBasis): Verdict & { readonly level: PlanLevel } {
  if (plans.goLive !== 'before') return { level: plans.goLive, why: plans.why };
  const plan: DatedPlan | undefined = plans[basis];
  if (plan?.passed === true) return { level: 'late', why: plan.why };
  if (plans.undated !== undefined) return { level: 'no-date', why: plans.undated };
  return plan ? { level: 'planned', why: plan.why } : { level: NOT_KNOWN, why: -1 };
}

function planRule<Level extends string>(
  id: string,
  verdict: (state: TrustPlans) => Verdict & { readonly level: Level },
): LevelRule<TrustPlans> {
  return {
    id,
    types: PLAN_TYPES,
    initial: NO_PLANS,
    evolve: trustPlansAfter,
    same: sameTrustPlans,
    alike: alikeTrustPlans,
    effects: withPlannedDay,
    verdict,
  };
}

function mostPressing({ deployments }: TrustPlans, basis: PlanBasis): Verdict & { readonly level: LatenessLevel } {
  const verdicts = deployments.map((plans) => planVerdict(plans, basis));
  for (const [level, levels] of MOST_PRESSING) {
    const found = verdicts.find((verdict) => levels.has(verdict.level));
    if (found) return { level, why: found.why };
  }
  return { level: NOT_KNOWN, why: -1 };
}

/** `late-against-plan@1`: whether the trust is late against the latest plan that names a day; read with `lateOn`. */
export const lateAgainstPlanRule = planRule('late-against-plan@1', (state) => mostPressing(state, 'latest'));

/** `late-against-first-plan@1`: the same against the first plan that was made for it, however often it was moved since. */
export const lateAgainstFirstPlanRule = planRule('late-against-first-plan@1', (state) => mostPressing(state, 'first'));

/** `plan-published@1`: a plan or a planned go-live is recorded. Silence about plans is not known, never no. */
export const planPublishedRule = planRule('plan-published@1', ({ published }) => ({
  level: published < 0 ? NOT_KNOWN : 'yes',
  why: published,
}));

/** `plan@1/{deployment}`: where one deployment stands against its first or latest plan. */
export function deploymentPlanRule(deployment: string, basis: PlanBasis): LevelRule<TrustPlans> {
  return planRule(`${basis}-plan@1/${deployment}`, ({ deployments }) => {
    const plans = deployments.find((one) => one.deployment === deployment);
    return plans ? planVerdict(plans, basis) : { level: NOT_KNOWN, why: -1 };
  });
}

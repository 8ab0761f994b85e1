import type { FactType } from '../events/factSchemas';
import { compareFacts } from '../facts/compareFacts';
import type { FactVersion } from '../facts/factVersion';
import type { Day } from '../time/day';
import { plannedWindow } from '../time/plannedWindow';

/** The types of fact that make, move, meet or overtake the plan of a go-live. */
export const PLAN_TYPES: ReadonlySet<FactType> = new Set<FactType>([
  'EprPlanPublished.v1',
  'EprGoLivePlanned.v1',
  'EprGoLivePostponed.v1',
  'EprWentLive.v1',
  'EprUseSuspended.v1',
  'EprUseResumed.v1',
  'EprWithdrawn.v1',
  'EprStateReported.v1',
]);

/** A plan that names a day, and whether that day is over. */
export interface DatedPlan {
  /** Entry number of the plan, or of the postponement that gave a new date. */
  readonly why: number;
  readonly passed: boolean;
}

/** Where the plans of one deployment stand. Reaching the go-live ends them; what is planned afterwards begins anew. */
export interface DeploymentPlans {
  readonly deployment: string;
  /** `before`: not reached yet; `ended`: reached, and suspended or withdrawn since. */
  readonly goLive: 'before' | 'reached' | 'ended';
  /** The entry that brought it there; -1 before. */
  readonly why: number;
  readonly first: DatedPlan | undefined;
  readonly latest: DatedPlan | undefined;
  /** The postponement that gave no new date, where that was the last word. */
  readonly undated: number | undefined;
}

/** The plans of a trust's deployments, in the order in which each was first heard of. */
export interface TrustPlans {
  readonly deployments: readonly DeploymentPlans[];
  /** The first plan that was published; -1: none is recorded. */
  readonly published: number;
  /** Plans that may not have been made yet though the day that they name is over. */
  readonly over: readonly number[];
}

export const NO_PLANS: TrustPlans = { deployments: [], published: -1, over: [] };

/** The day planned for is over: after the plan was certainly made, or before. */
const PASSED = 'planned-day-passed';
const PASSED_BEFORE = 'planned-day-passed-before';

/**
 * A plan takes effect when it was made, and again on the day after the last day of the period planned for: planned for
 * October means by its end. A report may date the making of a plan so loosely that its day is over first.
 */
export function withPlannedDay(fact: FactVersion): readonly FactVersion[] {
  const planned = isGoLivePlan(fact) ? plannedWindow(fact.data) : undefined;
  if (!planned || planned.latest === Infinity) return [fact];
  const day = planned.latest + 1;
  const follows = day < fact.window.latest ? PASSED_BEFORE : PASSED;
  return [fact, { ...fact, window: { earliest: day, latest: day }, follows }];
}

/** Whether a fact plans a go-live or moves its plan, with a date or without. */
export const isGoLivePlan = ({ type }: Pick<FactVersion, 'type'>): boolean =>
  type === 'EprGoLivePlanned.v1' || type === 'EprGoLivePostponed.v1';

const sameDated = (a: DatedPlan | undefined, b: DatedPlan | undefined): boolean =>
  a === b || (a?.why === b?.why && a?.passed === b?.passed);

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((number, at) => number === b[at]));

const sameDeployment = (a: DeploymentPlans, b: DeploymentPlans | undefined): boolean =>
  a === b ||
  (a.deployment === b?.deployment &&
    a.goLive === b.goLive &&
    a.why === b.why &&
    a.undated === b.undated &&
    sameDated(a.first, b.first) &&
    sameDated(a.latest, b.latest));

/** Whether two states are the same for every later fact and every verdict. */
export function sameTrustPlans(a: TrustPlans, b: TrustPlans): boolean {
  return (
    a === b ||
    (a.published === b.published &&
      sameNumbers(a.over, b.over) &&
      a.deployments.length === b.deployments.length &&
      a.deployments.every((plans, index) => sameDeployment(plans, b.deployments[index])))
  );
}

const alikeDated = (a: DatedPlan | undefined, b: DatedPlan | undefined): boolean => a?.passed === b?.passed;

const alikeDeployment = (a: DeploymentPlans, b: DeploymentPlans | undefined): boolean =>
  a === b ||
  (a.deployment === b?.deployment &&
    a.goLive === b.goLive &&
    (a.undated === undefined) === (b.undated === undefined) &&
    alikeDated(a.first, b.first) &&
    alikeDated(a.latest, b.latest));

/** Whether two states differ in nothing but in which entries brought them about. */
export function alikeTrustPlans(a: TrustPlans, b: TrustPlans): boolean {
  return (
    a === b ||
    (a.published < 0 === b.published < 0 &&
      a.deployments.length === b.deployments.length &&
      a.deployments.every((plans, index) => alikeDeployment(plans, b.deployments[index])))
  );
}

const nothingPlanned = (deployment: string): DeploymentPlans => ({
  deployment,
  goLive: 'before',
  why: -1,
  first: undefined,
  latest: undefined,
  undated: undefined,
});

/** What a fact says of the go-live; undefined where it says nothing of it. */
function goLiveBy({ type, data }: FactVersion): DeploymentPlans['goLive'] | undefined {
  switch (type) {
    case 'EprWentLive.v1':
    case 'EprUseResumed.v1':
      return 'reached';
    case 'EprUseSuspended.v1':
    case 'EprWithdrawn.v1':
      return 'ended';
    case 'EprStateReported.v1':
      if (data['state'] === 'live' || data['state'] === 'live_partial') return 'reached';
      return data['state'] === 'suspended' || data['state'] === 'withdrawn' ? 'ended' : 'before';
    default:
      return undefined;
  }
}

function planned(before: DeploymentPlans, fact: FactVersion, isOver: boolean): DeploymentPlans {
  if (before.goLive === 'reached') return before;
  const dated = plannedWindow(fact.data)?.latest ?? Infinity;
  const from = before.goLive === 'ended' ? nothingPlanned(before.deployment) : before;
  if (dated === Infinity) return { ...from, undated: fact.sequence };
  const plan = { why: fact.sequence, passed: isOver };
  return { ...from, first: from.first ?? plan, latest: plan, undated: undefined };
}

function passed(before: DeploymentPlans, { sequence }: FactVersion): DeploymentPlans {
  const after = (plan: DatedPlan | undefined): DatedPlan | undefined =>
    plan?.why === sequence ? { ...plan, passed: true } : plan;
  return { ...before, first: after(before.first), latest: after(before.latest) };
}

function gotTo(before: DeploymentPlans, goLive: DeploymentPlans['goLive'], { sequence }: FactVersion): DeploymentPlans {
  if (goLive === before.goLive) return before;
  return { ...nothingPlanned(before.deployment), goLive, why: goLive === 'before' ? -1 : sequence };
}

function deploymentAfter(before: DeploymentPlans, fact: FactVersion, isOver: boolean): DeploymentPlans {
  const goLive = goLiveBy(fact);
  if (goLive !== undefined) return gotTo(before, goLive, fact);
  if (!isGoLivePlan(fact)) return before;
  return fact.follows === PASSED ? passed(before, fact) : planned(before, fact, isOver);
}

/** A return about the trust as a whole says something of each deployment only where it says that there is no EPR. */
function afterWholeReport(state: TrustPlans, fact: FactVersion): TrustPlans {
  if (fact.data['state'] !== 'none') return state;
  return withDeployments(
    state,
    state.deployments.map((plans) => deploymentAfter(plans, fact, false)),
  );
}

function withDeployments(state: TrustPlans, deployments: readonly DeploymentPlans[]): TrustPlans {
  return deployments.every((plans, index) => sameDeployment(plans, state.deployments[index]))
    ? state
    : { ...state, deployments };
}

/** A trust's plans after one fact. The same reference where nothing changes. */
export function trustPlansAfter(state: TrustPlans, fact: FactVersion): TrustPlans {
  const { sequence, follows, data } = fact;
  if (follows === PASSED_BEFORE) return { ...state, over: [...state.over, sequence] };
  const name = data['deployment'] as string | undefined;
  if (name === undefined) return afterWholeReport(state, fact);
  const isOver = follows === undefined && state.over.includes(sequence);
  const published = state.published < 0 && tellsOfPlan(fact) ? sequence : state.published;
  const told =
    !isOver && published === state.published
      ? state
      : { ...state, published, over: isOver ? state.over.filter((plan) => plan !== sequence) : state.over };
  const index = told.deployments.findIndex(({ deployment }) => deployment === name);
  const before = told.deployments[index] ?? nothingPlanned(name);
  const after = deploymentAfter(before, fact, isOver);
  if (sameDeployment(after, before)) return told;
  if (index < 0) return { ...told, deployments: [...told.deployments, after] };
  return { ...told, deployments: told.deployments.map((plans, at) => (at === index ? after : plans)) };
}

const tellsOfPlan = ({ type, follows }: FactVersion): boolean =>
  follows === undefined && (type === 'EprGoLivePlanned.v1' || type === 'EprPlanPublished.v1');

/** What is certain of a trust's plans at the end of a day, from its effective facts in any order. */
export function trustPlansOn(facts: readonly FactVersion[], day: Day): TrustPlans {
  return facts
    .filter(({ type }) => PLAN_TYPES.has(type))
    .flatMap(withPlannedDay)
    .filter(({ window }) => window.latest <= day)
    .sort(compareFacts)
    .reduce(trustPlansAfter, NO_PLANS);
}

import type { FactView } from '@milepost/views';

const PLANS: ReadonlySet<string> = new Set(['EprPlanPublished.v1', 'EprGoLivePlanned.v1', 'EprGoLivePostponed.v1']);

/** Whether a fact says what is to happen: plans and postponements stand apart from what was reported as happened. */
export function isPlan({ type }: Pick<FactView, 'type'>): boolean {
  return PLANS.has(type);
}

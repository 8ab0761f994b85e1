import { plannedEnd } from './calendar';
import type { Fact } from './effective';
import type { PlainRule, Said } from './worlds';

interface Plan {
  readonly by: number;
  /** The last day that it names. */
  readonly end: number;
}

/** What is heard of one system: the plans since it was last in use or given up, and whether it is in use. */
interface Heard {
  stands: 'to come' | 'in use' | 'given up';
  by: number;
  plans: Plan[];
  withoutDate: number | undefined;
}

const ANEW = (stands: Heard['stands'], by: number): Heard => ({ stands, by, plans: [], withoutDate: undefined });

function standsBy({ type, data }: Fact): Heard['stands'] | undefined {
  const name = type.split('.')[0] as string;
  const state = name === 'EprStateReported' ? (data['state'] as string) : name;
  if (['EprWentLive', 'EprUseResumed', 'live', 'live_partial'].includes(state)) return 'in use';
  if (['EprUseSuspended', 'EprWithdrawn', 'suspended', 'withdrawn'].includes(state)) return 'given up';
  return name === 'EprStateReported' ? 'to come' : undefined;
}

function hear(before: Heard, fact: Fact): Heard {
  const stands = standsBy(fact);
  if (stands !== undefined) return stands === before.stands ? before : ANEW(stands, fact.by);
  if (!/^EprGoLiveP/.test(fact.type) || before.stands === 'in use') return before;
  const heard = before.stands === 'given up' ? ANEW('to come', fact.by) : before;
  const end = plannedEnd(fact.data);
  if (end === undefined) return { ...heard, withoutDate: fact.by };
  return { ...heard, plans: [...heard.plans, { by: fact.by, end }], withoutDate: undefined };
}

/** Of a system to come: late where the day of its first or last plan is over. */
function lateOrNot({ stands, by, plans, withoutDate }: Heard, which: 'first' | 'last', day: number): Said {
  if (stands !== 'to come') return { level: stands === 'in use' ? 'reached' : 'ended', by };
  const plan = which === 'first' ? plans[0] : plans[plans.length - 1];
  if (plan && plan.end < day) return { level: 'late', by: plan.by };
  const waiting = withoutDate ?? plan?.by;
  return waiting === undefined ? { level: 'not-known', by: -1 } : { level: 'not-late', by: waiting };
}

/** A trust is late with any of its systems; else not late with any; else one was given up; else all known are in use. */
function lateness(which: 'first' | 'last'): PlainRule {
  return {
    about: [
      ...['EprPlanPublished', 'EprGoLivePlanned', 'EprGoLivePostponed', 'EprWentLive', 'EprUseSuspended'],
      ...['EprUseResumed', 'EprWithdrawn', 'EprStateReported'],
    ].map((name) => `${name}.v1`),
    says(happened, day) {
      const systems = new Map<string, Heard>();
      for (const fact of happened) {
        const named = fact.data['deployment'] as string | undefined;
        const told = named !== undefined ? [named] : fact.data['state'] === 'none' ? [...systems.keys()] : [];
        for (const name of told) {
          const before = systems.get(name) ?? ANEW('to come', -1);
          const after = hear(before, fact);
          if (after !== before) systems.set(name, after);
        }
      }
      const said = [...systems.values()].map((heard) => lateOrNot(heard, which, day));
      for (const level of ['late', 'not-late', 'ended', 'reached']) {
        const first = said.find((one) => one.level === level);
        if (first) return first;
      }
      return { level: 'not-known', by: -1 };
    },
  };
}

/** Some plan has been heard of. */
const planned: PlainRule = {
  about: ['EprPlanPublished.v1', 'EprGoLivePlanned.v1'],
  says(happened) {
    const first = happened[0];
    return first ? { level: 'yes', by: first.by } : { level: 'not-known', by: -1 };
  },
};

export const PLAIN_PLANS = {
  'late-against-plan': lateness('last'),
  'late-against-first-plan': lateness('first'),
  'plan-published': planned,
};

const END_OF_TIME = Infinity;

/** The last day on which something about a trust's EPR is reported: it had happened and was public, or a source says so. */
export function reportedUntil(facts: readonly Fact[], all: readonly Fact[], ods: string): number {
  const shown = facts.filter(({ type, to }) => /^(Epr|Incident)/.test(type) && to !== END_OF_TIME);
  const complete = all.filter(
    ({ type, data }) =>
      type === 'SourceCompleteTo.v1' &&
      (data['kinds'] as string[]).includes('epr') &&
      ((data['trusts'] as string[] | undefined)?.includes(ods) ?? true),
  );
  return Math.max(
    ...shown.map(({ to, publicOn }) => Math.min(to, publicOn)),
    ...complete.map(({ data, publicOn }) => Math.min(Date.parse(data['completeTo'] as string) / 86_400_000, publicOn)),
  );
}

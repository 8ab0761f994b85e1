import type { Fact } from './effective';
import { PLAIN_PLANS } from './plainPlans';
import type { PlainRule, Said } from './worlds';

const UNKNOWN: Said = { level: 'not-known', by: -1 };

/** A closed trust is out, for good. An open one is in where it is English; before its opening it is out. */
const scope: PlainRule = {
  about: ['TrustRegistered.v1', 'TrustClosed.v1'],
  says(happened) {
    const closing = happened.find(({ type }) => type === 'TrustClosed.v1');
    if (closing) return { level: 'out', by: closing.by };
    const said = changes(happened, (fact) => fact.data['country'] as string);
    return said ? { level: said.value === 'England' ? 'in' : 'out', by: said.by } : { level: 'out', by: -1 };
  },
};

/** The last value said, and the fact that first said it of all that have said the same since. */
function changes(facts: readonly Fact[], value: (fact: Fact) => string | undefined) {
  let last: { readonly value: string; readonly by: number } | undefined;
  for (const fact of facts) {
    const now = value(fact);
    if (now !== undefined && now !== last?.value) last = { value: now, by: fact.by };
  }
  return last;
}

function lastSaid(members: Record<string, string>, endsWithClosing: boolean): PlainRule {
  return {
    about: [...Object.keys(members), ...(endsWithClosing ? ['TrustClosed.v1'] : [])],
    says(happened) {
      const closing = happened.find(({ type }) => type === 'TrustClosed.v1');
      if (closing) return { level: 'not-known', by: closing.by };
      const said = changes(happened, ({ type, data }) => data[members[type] as string] as string | undefined);
      return said ? { level: said.value, by: said.by } : UNKNOWN;
    },
  };
}

const STEPS = ['none', 'outline_case', 'procuring', 'full_case', 'contracted', 'implementing', 'live_partial', 'live'];
const FURTHEST_FIRST = [
  ...['live', 'live_partial', 'suspended', 'implementing', 'contracted', 'full_case', 'procuring', 'outline_case'],
  ...['withdrawn', 'none'],
];
const USE_FACTS = [
  ...['EprBusinessCaseApproved', 'EprProcurementStarted', 'EprContractSigned', 'EprImplementationStarted'],
  ...['EprWentLive', 'EprUseSuspended', 'EprUseResumed', 'EprWithdrawn', 'EprStateReported'],
].map((name) => `${name}.v1`);

/** The state that a fact speaks of. */
function stateIn({ type, data }: Fact): string {
  const live = data['extent'] === 'partial' ? 'live_partial' : 'live';
  const states: Record<string, string> = {
    'EprBusinessCaseApproved.v1': data['stage'] === 'full' ? 'full_case' : 'outline_case',
    'EprProcurementStarted.v1': 'procuring',
    'EprContractSigned.v1': 'contracted',
    'EprImplementationStarted.v1': 'implementing',
    'EprWentLive.v1': live,
    'EprUseResumed.v1': live,
    'EprUseSuspended.v1': 'suspended',
    'EprWithdrawn.v1': 'withdrawn',
    'EprStateReported.v1': data['state'] as string,
  };
  return states[type] as string;
}

interface Use extends Said {
  /** How many facts into the story it came to this state. */
  readonly at: number;
}

/** Where a deployment stands after one more fact; a step of the ladder takes it forwards, never back. */
function moved(use: Use | undefined, fact: Fact, at: number): Use | undefined {
  const level = stateIn(fact);
  if (use?.level === level) return use;
  const isReturn = fact.type === 'EprStateReported.v1';
  const bothSteps = use !== undefined && STEPS.includes(use.level) && STEPS.includes(level);
  if (!isReturn && bothSteps && STEPS.indexOf(level) < STEPS.indexOf(use.level)) return use;
  return { level, by: fact.by, at };
}

interface Trust {
  readonly uses: Map<string, Use>;
  /** The last return about the whole trust that named a step, and the furthest step that anything has got to since. */
  whole: { readonly by: number; readonly said: number; furthest: number } | undefined;
}

/**
 * A return about the whole trust: "none" ends every deployment, another state stands beside the deployments. One that
 * repeats the return before it, since which nothing got further, says nothing new.
 */
function returned(trust: Trust, fact: Fact, at: number): void {
  const level = fact.data['state'] as string;
  const step = STEPS.indexOf(level);
  const { uses, whole } = trust;
  if (uses.get('')?.level === level) {
    const nothingFurther = whole !== undefined && whole.said === step && whole.furthest === step;
    if (level === 'none' ? uses.size === 1 : step < 0 || nothingFurther) return;
  }
  if (level === 'none') uses.clear();
  uses.set('', { level, by: fact.by, at });
  trust.whole = step < 0 ? undefined : { by: fact.by, said: step, furthest: step };
}

function story(happened: readonly Fact[]): Trust {
  const trust: Trust = { uses: new Map(), whole: undefined };
  happened.forEach((fact, at) => {
    const deployment = fact.data['deployment'] as string | undefined;
    if (deployment === undefined) return returned(trust, fact, at);
    const before = trust.uses.get(deployment);
    const after = moved(before, fact, at) as Use;
    trust.uses.set(deployment, after);
    if (after !== before && trust.whole) {
      // What is suspended had been in use.
      const shown = after.level === 'suspended' ? 'live' : after.level;
      trust.whole.furthest = Math.max(trust.whole.furthest, STEPS.indexOf(shown));
    }
  });
  return trust;
}

/** In the order in which each came to where it stands. */
const byArrival = ({ uses }: Trust): Use[] => [...uses.values()].sort((a, b) => a.at - b.at);

function furthest(trust: Trust): Use | undefined {
  const uses = byArrival(trust);
  return FURTHEST_FIRST.map((level) => uses.find((use) => use.level === level)).find((use) => use !== undefined);
}

const eprState: PlainRule = {
  about: USE_FACTS,
  says: (happened) => furthest(story(happened)) ?? UNKNOWN,
};

function coverage(counting: readonly string[], least: string): PlainRule {
  return {
    about: USE_FACTS,
    says(happened) {
      const trust = story(happened);
      const counted = byArrival(trust).find(({ level }) => counting.includes(level));
      if (counted) return { level: 'yes', by: counted.by };
      if (trust.whole && trust.whole.furthest < STEPS.indexOf(least)) return { level: 'no', by: trust.whole.by };
      return { level: 'not-known', by: furthest(trust)?.by ?? -1 };
    },
  };
}

/** One deployment alone: what names it, and a return that says the whole trust has none. */
export const useOf = (deployment: string): PlainRule => ({
  about: USE_FACTS,
  says(happened) {
    let use: Use | undefined;
    happened.forEach((fact, at) => {
      const named = fact.data['deployment'];
      if (named === deployment || (named === undefined && fact.data['state'] === 'none')) use = moved(use, fact, at);
    });
    return use ?? UNKNOWN;
  },
});

export const contractOf = (deployment: string): PlainRule => ({
  about: ['EprContractAwarded.v1', 'EprContractSigned.v1', 'EprContractExpired.v1'],
  says(happened) {
    const order = ['announced', 'awarded', 'signed'];
    let contract = UNKNOWN;
    for (const { type, data, by } of happened.filter((fact) => fact.data['deployment'] === deployment)) {
      const level =
        type === 'EprContractAwarded.v1'
          ? (data['stage'] as string)
          : type === 'EprContractSigned.v1'
            ? 'signed'
            : 'expired';
      const back = order.includes(level) && order.indexOf(level) < order.indexOf(contract.level);
      if (level !== contract.level && !back) contract = { level, by };
    }
    return contract;
  },
});

/** By what the pages call them. */
export const PLAIN_RULES = {
  scope,
  name: lastSaid({ 'TrustRegistered.v1': 'name', 'TrustRenamed.v1': 'name', 'TrustObserved.v1': 'name' }, false),
  icb: lastSaid({ 'TrustObserved.v1': 'icb', 'TrustMoved.v1': 'toIcb' }, true),
  region: lastSaid({ 'TrustObserved.v1': 'region', 'TrustMoved.v1': 'toRegion' }, true),
  type: lastSaid({ 'TrustObserved.v1': 'type', 'TrustTypeChanged.v1': 'type' }, true),
  eprState,
  'epr-live': coverage(['live', 'live_partial'], 'live_partial'),
  'epr-live-or-implementing': coverage(['live', 'live_partial', 'implementing'], 'implementing'),
  ...PLAIN_PLANS,
} satisfies Record<string, PlainRule>;
export type PlainRuleName = keyof typeof PLAIN_RULES;

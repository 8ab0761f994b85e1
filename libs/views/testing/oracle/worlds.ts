import type { Fact } from './effective';

/** What a rule says, and the entry that decided it; -1: none. */
export interface Said {
  readonly level: string;
  readonly by: number;
}

/** A rule in plain words: what it says on a day when exactly these facts have happened, in this order. */
export interface PlainRule {
  readonly about: readonly string[];
  says(happened: readonly Fact[], day: number): Said;
}

const LIFE_CYCLE = [
  ...['TrustRegistered', 'TrustRenamed', 'TrustMoved', 'TrustTypeChanged', 'TrustObserved', 'TrustSucceeded'],
  ...['TrustClosed', 'EprBusinessCaseApproved', 'EprProcurementStarted', 'EprContractAwarded'],
  ...['EprContractSigned EprContractExpired', 'EprImplementationStarted', 'EprGoLivePlanned EprPlanPublished'],
  ...['EprGoLivePostponed', 'EprWentLive', 'IncidentReported', 'EprUseSuspended', 'EprUseResumed', 'EprWithdrawn'],
  'EprStateReported',
];
const place = ({ type }: Fact): number =>
  LIFE_CYCLE.findIndex((names) => names.split(' ').includes(type.split('.')[0] as string));

/** A closing counts from the day after. */
function span({ type, from, to }: Fact): [number, number] {
  return type === 'TrustClosed.v1' ? [from + 1, to + 1] : [from, to];
}

function earlier(a: Fact, b: Fact): number {
  const [aFrom, aTo] = span(a);
  const [bFrom, bTo] = span(b);
  if (aTo !== bTo) return aTo < bTo ? -1 : 1;
  if (aFrom !== bFrom) return aFrom < bFrom ? -1 : 1;
  return place(a) - place(b) || a.by - b.by;
}

/**
 * What a rule says at the end of a day. Facts whose last possible day has come have happened. Each of the others whose
 * first has come may have: every selection of them is a world. Worlds that agree give one answer; otherwise it is not
 * known, by the last fact that made a difference to some world of those before it.
 */
export function onDay(rule: PlainRule, facts: readonly Fact[], day: number): Said {
  const ordered = facts.filter(({ type }) => rule.about.includes(type)).sort(earlier);
  const certain = ordered.filter((fact) => span(fact)[1] <= day);
  const open = ordered.filter((fact) => span(fact)[0] <= day && span(fact)[1] > day);
  let worlds: (readonly Fact[])[] = [certain];
  let by = -1;
  for (const fact of open) {
    for (const world of worlds)
      if (rule.says(world, day).level !== rule.says([...world, fact], day).level) by = fact.by;
    worlds = [...worlds, ...worlds.map((world) => [...world, fact])];
  }
  const first = rule.says(certain, day);
  return worlds.every((world) => rule.says(world, day).level === first.level) ? first : { level: 'not-known', by };
}

import type { ReportedEprState } from '../events/eprLifeCycle';
import type { FactVersion } from '../facts/factVersion';
import type { UseState } from './useAfter';
import { useAfter } from './useAfter';
import { ladderRank } from './ladderRank';

/** The deployment under which a return about the trust as a whole is kept. No deployment may be called so. */
export const WHOLE_TRUST = 'whole';

/** What is known of one deployment of a trust. */
export interface DeploymentUse extends UseState {
  readonly deployment: string;
}

/** What the last return about the trust as a whole said, where that was a step of the ladder. */
export interface WholeReport {
  readonly rank: number;
  /** The furthest step that anything reached since, this return included. */
  readonly furthest: number;
  readonly why: number;
}

/** A trust's EPR: its deployments, in the order in which each came to its present state. */
export interface TrustEpr {
  readonly uses: readonly DeploymentUse[];
  readonly whole: WholeReport | undefined;
}

export const NOTHING_KNOWN: TrustEpr = { uses: [], whole: undefined };

/** A suspension shows that the system had been in use, whatever else is recorded of it. */
const rankShown = (level: UseState['level']): number | undefined => ladderRank(level === 'suspended' ? 'live' : level);

function wholeAfter(whole: WholeReport | undefined, level: UseState['level']): WholeReport | undefined {
  const rank = rankShown(level);
  return whole && rank !== undefined && rank > whole.furthest ? { ...whole, furthest: rank } : whole;
}

/** A return about the whole trust: `none` is said of every deployment, another state of the trust as such. */
function afterWholeReport(state: TrustEpr, fact: FactVersion): TrustEpr {
  const level = fact.data['state'] as ReportedEprState;
  const rank = ladderRank(level);
  const kept = level === 'none' ? [] : state.uses.filter(({ deployment }) => deployment !== WHOLE_TRUST);
  const said = state.uses.some((use) => use.deployment === WHOLE_TRUST && use.level === level);
  const nothingSince = rank !== undefined && state.whole?.rank === rank && state.whole.furthest === rank;
  if (said && (level === 'none' ? state.uses.length === 1 : rank === undefined || nothingSince)) return state;
  return {
    uses: [...kept, { deployment: WHOLE_TRUST, level, why: fact.sequence }],
    whole: rank === undefined ? undefined : { rank, furthest: rank, why: fact.sequence },
  };
}

/** A trust's EPR after one fact, for every rule that rolls deployments up. The same reference where nothing changes. */
export function trustEprAfter(state: TrustEpr, fact: FactVersion): TrustEpr {
  const deployment = fact.data['deployment'] as string | undefined;
  if (deployment === undefined) return afterWholeReport(state, fact);
  const index = state.uses.findIndex((use) => use.deployment === deployment);
  const before = state.uses[index];
  const after = useAfter(before, fact);
  if (after === undefined || after === before) return state;
  const others = index < 0 ? state.uses : state.uses.filter((_, at) => at !== index);
  return {
    uses: [...others, { deployment, level: after.level, why: after.why }],
    whole: wholeAfter(state.whole, after.level),
  };
}

const sameUse = (a: DeploymentUse, b: DeploymentUse | undefined): boolean =>
  a === b || (a.deployment === b?.deployment && a.level === b.level && a.why === b.why);

const sameWhole = (a: WholeReport | undefined, b: WholeReport | undefined): boolean =>
  a === b || (a?.rank === b?.rank && a?.furthest === b?.furthest && a?.why === b?.why);

/** Whether two states are the same for every later fact and every roll-up. */
export function sameTrustEpr(a: TrustEpr, b: TrustEpr): boolean {
  return (
    a === b ||
    (a.uses.length === b.uses.length &&
      a.uses.every((use, index) => sameUse(use, b.uses[index])) &&
      sameWhole(a.whole, b.whole))
  );
}

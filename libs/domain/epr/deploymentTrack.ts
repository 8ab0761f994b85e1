import type { FactVersion } from '../facts/factVersion';
import { CONTRACT_TYPES, contractRule } from '../rules/contractRule';
import type { Verdict } from '../rules/levelRule';
import { useRule } from '../rules/useRule';
import type { UseState } from '../rules/useAfter';
import { USE_TYPES } from '../rules/useTypes';

/** What is known of one deployment: its use, and its contract apart. */
export interface DeploymentTrack {
  readonly use: UseState | undefined;
  readonly contract: Verdict;
}

/** The fold of one deployment's facts, for judging the next step. */
export function deploymentTrack(deployment: string) {
  const use = useRule(deployment);
  const contract = contractRule(deployment);
  const evolve = (track: DeploymentTrack, fact: FactVersion): DeploymentTrack => {
    const next = {
      use: USE_TYPES.has(fact.type) ? use.evolve(track.use, fact) : track.use,
      contract: CONTRACT_TYPES.has(fact.type) ? contract.evolve(track.contract, fact) : track.contract,
    };
    return next.use === track.use && next.contract === track.contract ? track : next;
  };
  const initial: DeploymentTrack = { use: use.initial, contract: contract.initial };
  const same = (a: DeploymentTrack, b: DeploymentTrack): boolean =>
    use.same(a.use, b.use) && contract.same(a.contract, b.contract);
  return { initial, evolve, same };
}

import type { ReportedEprState } from '../events/eprLifeCycle';
import { EPR_STATES } from '../events/eprLifeCycle';
import type { CareSetting } from '../events/trustRegister';
import { furthestOf } from '../rules/furthestOf';
import { ladderRank } from '../rules/ladderRank';
import type { DeploymentUse } from '../rules/trustEpr';
import { WHOLE_TRUST } from '../rules/trustEpr';
import type { AskedSetting, ContractCondition, EprCondition } from './condition';
import type { Finding } from './finding';
import { anyOne, found, unknown } from './finding';
import type { Line } from './line';

/** The states that count: the ones named, or the step of the ladder and all later ones. */
export function countingStates({ atLeast, in: named }: EprCondition): ReadonlySet<ReportedEprState> {
  const least = atLeast === undefined ? undefined : ladderRank(atLeast);
  if (least === undefined) return new Set(named);
  return new Set(EPR_STATES.filter((state) => (ladderRank(state) ?? -1) >= least));
}

const NO_REPORT = 'No report in this record that its EPR is in a state that counts.';

/**
 * Whether any deployment is in a state that counts. No only where the last return about the whole trust named a step
 * short of all of them and nothing has got further since: another deployment may be in use that nobody reported.
 */
function anyDeployment({ epr }: Line, counts: ReadonlySet<ReportedEprState>): Finding {
  const counted = epr.uses.find(({ level }) => counts.has(level));
  if (counted) return found(true, counted.why);
  const short = shortOf([...counts], epr.whole?.furthest);
  if (epr.whole && short) return found(false, epr.whole.why);
  return unknown(NO_REPORT, furthestOf(epr)?.why ?? -1);
}

/** Whether a rank lies below all of these states; suspended and withdrawn lie nowhere on the ladder. */
function shortOf(states: readonly ReportedEprState[], rank: number | undefined): boolean {
  if (rank === undefined) return false;
  return states.every((state) => (ladderRank(state) ?? -1) > rank);
}

function oneOf(name: string, use: DeploymentUse | undefined, counts: ReadonlySet<ReportedEprState>): Finding {
  return use ? found(counts.has(use.level), use.why) : unknown(`No report in this record about deployment ${name}.`);
}

/** The use of a deployment that is named; a return that there is no EPR at all says so of every one. */
function useOf({ epr }: Line, name: string): DeploymentUse | undefined {
  const none = epr.uses.find(({ deployment, level }) => deployment === WHOLE_TRUST && level === 'none');
  return epr.uses.find(({ deployment }) => deployment === name) ?? none;
}

/** The care settings asked for; undefined where the main one is and the register does not say which that is. */
export function settingsNamed(asked: readonly AskedSetting[], { provided }: Line): readonly CareSetting[] | undefined {
  const named = asked.map((setting) => (setting === 'main' ? provided?.main : setting));
  return named.every((setting) => setting !== undefined) ? named : undefined;
}

export const MAIN_NOT_RECORDED = 'Which care setting is its main one is not recorded.';

function covering(line: Line, asked: readonly AskedSetting[], counts: ReadonlySet<ReportedEprState>): Finding {
  const named = settingsNamed(asked, line);
  const whole = anyDeployment(line, counts);
  if (whole.truth === 'no') return whole;
  if (!named) return unknown(MAIN_NOT_RECORDED, ...whole.entries);
  const each = line.epr.uses.filter(({ level }) => counts.has(level)).map((use) => covers(line, use, named));
  return each.length === 0 ? whole : anyOne(each);
}

function covers({ coverage }: Line, { deployment, why }: DeploymentUse, named: readonly CareSetting[]): Finding {
  const recorded = coverage.find((one) => one.deployment === deployment);
  if (recorded && named.every((setting) => recorded.careSettings.includes(setting))) {
    return found(true, why, recorded.why);
  }
  const what = deployment === WHOLE_TRUST ? 'the EPR in use covers' : `deployment ${deployment} covers`;
  if (!recorded) return unknown(`Which care settings ${what} is not recorded.`, why);
  return unknown('No report in this record of a deployment that covers these care settings.', why, recorded.why);
}

export function findEpr(line: Line, condition: EprCondition): Finding {
  const counts = countingStates(condition);
  const { deployments, covering: settings } = condition;
  if (deployments) return anyOne(deployments.map((name) => oneOf(name, useOf(line, name), counts)));
  return settings ? covering(line, settings, counts) : anyDeployment(line, counts);
}

/** Signed is what the life cycle calls contracted: a return short of that says that nothing is signed. */
function nothingSigned({ epr }: Line, { in: counts }: ContractCondition): Finding | undefined {
  const { whole } = epr;
  const onlySigned = counts.every((status) => status === 'signed');
  return whole && onlySigned && shortOf(['contracted'], whole.furthest) ? found(false, whole.why) : undefined;
}

export function findContract(line: Line, condition: ContractCondition): Finding {
  const { deployments, in: named } = condition;
  const counts: ReadonlySet<string> = new Set(named);
  if (deployments) {
    return anyOne(
      deployments.map((name) => {
        const contract = line.contracts.find(({ deployment }) => deployment === name);
        if (!contract) return unknown(`No report in this record about a contract for deployment ${name}.`);
        return found(counts.has(contract.level), contract.why);
      }),
    );
  }
  const counted = line.contracts.find(({ level }) => counts.has(level));
  if (counted) return found(true, counted.why);
  const last = line.contracts.at(-1)?.why ?? -1;
  return (
    nothingSigned(line, condition) ?? unknown('No report in this record of a contract in a status that counts.', last)
  );
}

import { measureLabel } from '../assessments/frameworks';
import { STATE_WORDS } from '../epr/eprWords';
import type { AskedSetting, AssessmentAsked, Condition, ContractCondition, EprCondition } from './condition';

const plain = (word: string): string => word.replaceAll('_', ' ');
const list = (words: readonly string[], joined: 'and' | 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1) as string}`;

const settingInWords = (setting: AskedSetting): string =>
  setting === 'main' ? 'its main care setting' : plain(setting);

function deploymentsInWords({ deployments, covering }: EprCondition): string {
  if (deployments) return list(deployments, 'or');
  return covering ? `a deployment that covers ${list(covering.map(settingInWords), 'and')}` : 'any deployment';
}

function eprInWords(epr: EprCondition): string {
  const states = epr.atLeast === undefined ? (epr.in ?? []) : [epr.atLeast];
  const words = list(
    states.map((state) => STATE_WORDS[state]),
    'or',
  );
  return `the EPR is ${words}${epr.atLeast === undefined ? '' : ' or further'} on ${deploymentsInWords(epr)}`;
}

function contractInWords({ in: statuses, deployments }: ContractCondition): string {
  const whose = deployments ? `for ${list(deployments, 'or')}` : 'for any deployment';
  return `a contract ${whose} is ${list(statuses, 'or')}`;
}

const ROLLED: Readonly<Record<string, string>> = {
  all: ' in all care settings',
  lowest: ' in the lowest care setting',
  any: ' in any care setting',
  mean: ' on average over care settings',
};

/** Which assessment: of which care settings, how old, with which assurance. */
function assessmentInWords({ careSetting, rollUp, withinMonths, assurance }: AssessmentAsked): string {
  const where = careSetting ? ` in ${settingInWords(careSetting)}` : rollUp ? (ROLLED[rollUp] ?? '') : '';
  const fresh = withinMonths === undefined ? '' : `, assessed within ${withinMonths} months`;
  const assured = assurance ? `, ${list(assurance.map(plain), 'or')}` : '';
  return `${where}${fresh}${assured}`;
}

const frameworkInWords = ({ framework, versions }: AssessmentAsked): string =>
  versions ? `${framework} ${list(versions, 'or')}` : framework;

/** A condition that looks at facts, in words that follow "it holds where"; undefined for one that is combined of others. */
export function conditionInWords(condition: Condition): string | undefined {
  if ('epr' in condition) return eprInWords(condition.epr);
  if ('contract' in condition) return contractInWords(condition.contract);
  if ('score' in condition) {
    const { score } = condition;
    const version = score.versions?.at(-1) ?? '2025';
    const measure = measureLabel(score.framework, version, score.measure) ?? score.measure;
    return `${frameworkInWords(score)} ${measure} is ${score.atLeast} or above${assessmentInWords(score)}`;
  }
  if ('capability' in condition) {
    const { capability } = condition;
    const statuses = list(capability.in.map(plain), 'or');
    return `${frameworkInWords(capability)} ${plain(capability.capability)} is ${statuses}${assessmentInWords(capability)}`;
  }
  if ('assessed' in condition) {
    return `there is a ${frameworkInWords(condition.assessed)} assessment${assessmentInWords(condition.assessed)}`;
  }
  return undefined;
}

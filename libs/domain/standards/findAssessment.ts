import { FRAMEWORKS } from '../assessments/frameworks';
import { CAPABILITY_STATUSES } from '../events/standards';
import type { CareSetting } from '../events/trustRegister';
import type { AssessmentAsked, CapabilityCondition, RollUp, ScoreCondition, StandardRules } from './condition';
import type { Finding } from './finding';
import { anyOne, everyOne, found, unknown } from './finding';
import { MAIN_NOT_RECORDED, settingsNamed } from './findEpr';
import type { Assessed, Line } from './line';

type Defaults = Pick<StandardRules, 'rollUp'>;

/** The assessment that counts for one care setting, or what is missing for there to be one. */
type Current = { readonly assessed: Assessed } | { readonly missing: string; readonly why: number };

const inWords = (setting: CareSetting): string => setting.replace('_', ' ');

/** The latest that fits; one that is older than asked for says nothing about now. */
function currentIn(line: Line, setting: CareSetting, asked: AssessmentAsked): Current {
  const { framework, versions, assurance, withinMonths } = asked;
  const assessed = line.assessments.findLast(
    (one) =>
      one.framework === framework &&
      one.careSetting === setting &&
      (versions?.includes(one.frameworkVersion) ?? true) &&
      (assurance?.includes(one.assurance) ?? true),
  );
  if (!assessed) {
    const which = versions ? `${framework} ${versions.join(' or ')}` : framework;
    const assured = assurance ? ' with the assurance asked for' : '';
    return { missing: `No ${which} assessment${assured} in this record for ${inWords(setting)}.`, why: -1 };
  }
  if (withinMonths === undefined || assessed.olderThan < withinMonths) return { assessed };
  const missing = `The ${framework} assessment for ${inWords(setting)} is older than ${withinMonths} months.`;
  return { missing, why: assessed.why };
}

/** The care settings that a condition goes over, or what is missing to know them. */
function settingsOf(
  line: Line,
  asked: AssessmentAsked,
  { rollUp: { over } }: Defaults,
): readonly CareSetting[] | string {
  if (asked.careSetting !== undefined) return settingsNamed([asked.careSetting], line) ?? MAIN_NOT_RECORDED;
  if (over === 'provided') {
    return line.provided?.careSettings ?? 'Which care settings it provides is not recorded.';
  }
  const { framework } = asked;
  const assessed = line.assessments.filter((one) => one.framework === framework).map((one) => one.careSetting);
  return assessed.length === 0 ? `No ${framework} assessment in this record.` : [...new Set(assessed)].sort();
}

/** Rolls up what is found for each care setting: in all, in any. The lowest reaches a threshold where all do. */
function rolledUp(
  line: Line,
  asked: AssessmentAsked,
  defaults: Defaults,
  findIn: (assessed: Assessed) => Finding,
): Finding {
  const settings = settingsOf(line, asked, defaults);
  if (typeof settings === 'string') return unknown(settings);
  const findings = settings.map((setting) => {
    const current = currentIn(line, setting, asked);
    return 'assessed' in current ? findIn(current.assessed) : unknown(current.missing, current.why);
  });
  return (asked.rollUp ?? defaults.rollUp.by) === 'any' ? anyOne(findings) : everyOne(findings);
}

/** Scores have at most six decimals; whole numbers of millionths add up without rounding. */
const millionths = (score: number): number => Math.round(score * 1e6);

/** The mean over care settings: certain as soon as no score that is missing could change the answer. */
function findMean(line: Line, asked: ScoreCondition, defaults: Defaults): Finding {
  const settings = settingsOf(line, asked, defaults);
  if (typeof settings === 'string') return unknown(settings);
  const { lowest = 0, highest = 100 } = FRAMEWORKS[asked.framework] ?? {};
  let [low, high] = [0, 0];
  const entries: number[] = [];
  const missing: string[] = [];
  for (const setting of settings) {
    const current = currentIn(line, setting, asked);
    const score = 'assessed' in current ? current.assessed.scores[asked.measure] : undefined;
    low += millionths(score ?? lowest);
    high += millionths(score ?? highest);
    if ('assessed' in current) entries.push(current.assessed.why);
    if (score === undefined) missing.push('missing' in current ? current.missing : noScore(asked, setting));
  }
  const needed = millionths(asked.atLeast) * settings.length;
  const certain = entries.sort((a, b) => a - b);
  if (low >= needed) return found(true, ...certain);
  return high < needed ? found(false, ...certain) : { truth: 'not-known', entries: certain, missing };
}

const noScore = ({ measure }: ScoreCondition, setting: CareSetting): string =>
  `The assessment for ${inWords(setting)} has no score for ${measure}.`;

export function findScore(line: Line, asked: ScoreCondition, defaults: Defaults): Finding {
  const rollUp: RollUp = asked.rollUp ?? defaults.rollUp.by;
  if (rollUp === 'mean' && asked.careSetting === undefined) return findMean(line, asked, defaults);
  return rolledUp(line, asked, defaults, ({ scores, careSetting, why }) => {
    const score = scores[asked.measure];
    return score === undefined ? unknown(noScore(asked, careSetting), why) : found(score >= asked.atLeast, why);
  });
}

export function findCapability(line: Line, asked: CapabilityCondition, defaults: Defaults): Finding {
  const counts = new Set<string>(CAPABILITY_STATUSES.filter((status) => asked.in.includes(status)));
  return rolledUp(line, asked, defaults, ({ statuses, careSetting, why }) => {
    const status = statuses?.[asked.capability];
    const missing = `The assessment for ${inWords(careSetting)} has no status for ${asked.capability}.`;
    return status === undefined ? unknown(missing, why) : found(counts.has(status), why);
  });
}

/** That there is an assessment which fits. That there is none in this record does not show that there was none. */
export function findAssessed(line: Line, asked: AssessmentAsked, defaults: Defaults): Finding {
  return rolledUp(line, asked, defaults, ({ why }) => found(true, why));
}

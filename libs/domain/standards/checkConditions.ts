import { FRAMEWORKS } from '../assessments/frameworks';
import type { Rejection } from '../deciding/decision';
import type { AssessmentAsked, Condition, ScoreCondition, StandardRules } from './condition';
import { conditionsOf } from './conditionParts';
import { ladderRank } from '../rules/ladderRank';

/** The framework that gives statuses for capabilities instead of scores. */
const STATUSED = 'DCF';
const HIGHEST_OF_ALL = 100;

function checkFramework({ framework, versions = [] }: AssessmentAsked, pointer: string): Rejection | undefined {
  const known = FRAMEWORKS[framework];
  if (framework !== STATUSED && !known) {
    const names = [...Object.keys(FRAMEWORKS), STATUSED].join(', ');
    const hint = `The frameworks are ${names}.`;
    const sentence = `There is no framework ${framework}.`;
    return { rule: 'unknown-framework', sentence, pointer: `${pointer}/framework`, hint };
  }
  const at = versions.findIndex((version) => known && !known.measuresOf(version));
  if (at < 0) return undefined;
  const sentence = `${framework} has no version ${versions[at] as string} that Milepost knows.`;
  return { rule: 'unknown-framework-version', sentence, pointer: `${pointer}/versions/${at}` };
}

/** A version to look measures up in, where the condition names none: the latest that has any. */
const LATEST: Readonly<Record<string, string>> = { DMA: '2025', EMRAM: '2025' };

function checkMeasure({ framework, measure, versions }: ScoreCondition, pointer: string): Rejection | undefined {
  for (const version of versions ?? [LATEST[framework] as string]) {
    const measures = FRAMEWORKS[framework]?.measuresOf(version) ?? [];
    if (measures.some(({ id }) => id === measure)) continue;
    return {
      rule: 'unknown-measure',
      sentence: `${framework} ${version} has no measure ${measure}.`,
      pointer: `${pointer}/measure`,
      hint: `Its measures are ${measures.map(({ id }) => id).join(', ')}.`,
    };
  }
  return undefined;
}

function checkThreshold({ framework, atLeast }: ScoreCondition, pointer: string): Rejection | undefined {
  const at = `${pointer}/atLeast`;
  if (atLeast > HIGHEST_OF_ALL) {
    const sentence = `A threshold is at most ${HIGHEST_OF_ALL}; ${atLeast} is not.`;
    return { rule: 'threshold-over-100', sentence, pointer: at };
  }
  const scale = FRAMEWORKS[framework];
  if (!scale || (atLeast >= scale.lowest && atLeast <= scale.highest)) return undefined;
  const sentence = `${scale.name} scores are from ${scale.lowest} to ${scale.highest}; ${atLeast} is outside that scale.`;
  return { rule: 'threshold-off-scale', sentence, pointer: at };
}

function checkScore(score: ScoreCondition, pointer: string): Rejection | undefined {
  if (score.framework !== STATUSED) {
    return checkFramework(score, pointer) ?? checkThreshold(score, pointer) ?? checkMeasure(score, pointer);
  }
  const sentence = `${STATUSED} gives statuses, not scores: ask for a capability.`;
  return { rule: 'statuses-not-scored', sentence, pointer: `${pointer}/framework` };
}

function checkCapability(asked: AssessmentAsked, pointer: string, rules: StandardRules): Rejection | undefined {
  if (FRAMEWORKS[asked.framework]) {
    const sentence = `${asked.framework} gives scores, not statuses: ask for a measure.`;
    return { rule: 'scores-not-statused', sentence, pointer: `${pointer}/framework` };
  }
  const mean = (asked.rollUp ?? rules.rollUp.by) === 'mean' && asked.careSetting === undefined;
  if (!mean) return checkFramework(asked, pointer);
  const sentence = 'Statuses have no mean: give this condition another roll-up, or one care setting.';
  return { rule: 'no-mean-of-statuses', sentence, pointer: `${pointer}/rollUp` };
}

function checkEpr({ epr }: Extract<Condition, { epr: unknown }>, pointer: string): Rejection | undefined {
  if ((epr.atLeast === undefined) === (epr.in === undefined)) {
    const sentence = 'Say either atLeast, a step to have reached, or in, the states that count.';
    return { rule: 'condition-unclear', sentence, pointer };
  }
  if (epr.atLeast === undefined || ladderRank(epr.atLeast) !== undefined) return undefined;
  const sentence = `${epr.atLeast} is no step that a later one could come after: name the states that count with in.`;
  return { rule: 'condition-unclear', sentence, pointer: `${pointer}/atLeast` };
}

function checkCondition(condition: Condition, pointer: string, rules: StandardRules): Rejection | undefined {
  if ('score' in condition) return checkScore(condition.score, `${pointer}/score`);
  if ('capability' in condition) return checkCapability(condition.capability, `${pointer}/capability`, rules);
  if ('assessed' in condition) return checkFramework(condition.assessed, `${pointer}/assessed`);
  if ('epr' in condition) return checkEpr(condition, `${pointer}/epr`);
  if (!('atLeast' in condition) || condition.atLeast.count <= condition.atLeast.of.length) return undefined;
  const { count, of } = condition.atLeast;
  const sentence = `${count} of ${of.length} conditions can never hold.`;
  return { rule: 'condition-unclear', sentence, pointer: `${pointer}/atLeast/count` };
}

/** Each condition asks for what exists, within its scale. */
export function checkConditions(rules: StandardRules): Rejection | undefined {
  for (const [pointer, condition] of conditionsOf(rules)) {
    const rejection = checkCondition(condition, pointer, rules);
    if (rejection) return rejection;
  }
  return undefined;
}

import { NOT_KNOWN } from '../rules/levelRule';
import type { StandardRules } from './condition';
import type { Standing } from './standingOn';

/** More would be a list, which the answer about the one trust gives. */
const MOST_NAMED = 3;

const titleOf = ({ levels }: StandardRules, name: string): string =>
  levels.find((level) => level.name === name)?.title ?? name;

const named = (sentences: readonly string[]): string => {
  const more = sentences.length - MOST_NAMED;
  return sentences.slice(0, MOST_NAMED).join(' ') + (more > 0 ? ` And ${more} more.` : '');
};

/** Why a trust stands where it does, in a few sentences: the level, or what is missing for it to be known. */
export function standingReason(rules: StandardRules, { level, lines, open }: Standing): string {
  const conditions = lines.flatMap((line) => line.conditions);
  if (level === NOT_KNOWN) {
    const missing = [...new Set(conditions.flatMap((one) => one.missing))];
    if (missing.length > 0) return named(missing);
    const when = open.length === 0 ? '' : ' Whether it had by that day depends on dates that are not exact.';
    return `More than one level is possible.${when}`;
  }
  const at = `It is at the level “${titleOf(rules, level)}”.`;
  const isTop = level === rules.levels.at(-1)?.name;
  const failing = [...new Set(conditions.filter(({ truth }) => truth === 'no').map(({ words }) => words))];
  return isTop || failing.length === 0
    ? at
    : `${at} ${named(failing.map((words) => `It does not hold that ${words}.`))}`;
}

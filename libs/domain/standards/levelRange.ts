import type { StandardRules } from './condition';
import { conditionFinder } from './conditionFinder';
import type { Finding } from './finding';
import type { Line } from './line';

/** What something rests on, and what is missing. */
type Grounds = Pick<Finding, 'entries' | 'missing'>;

/** The levels that are possible, by their places in the version's list, and what that rests on. */
export interface LevelRange extends Grounds {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The level of one line: the highest whose condition holds. Looked at from the top: a level that is not known leaves it
 * possible, one that holds ends the search, and so does the lowest, which is what is left.
 */
export function levelRange(rules: StandardRules, line: Line): LevelRange {
  const find = conditionFinder(rules, line);
  const findings: Finding[] = [];
  let highest = -1;
  for (let level = rules.levels.length - 1; ; level -= 1) {
    const when = level > 0 ? rules.levels[level]?.when : undefined;
    const finding = when && find(when);
    if (finding) findings.push(finding);
    if (finding?.truth === 'no') continue;
    if (highest < 0) highest = level;
    if (finding?.truth !== 'not-known') return { lowest: level, highest, ...gathered(findings) };
  }
}

function gathered(findings: readonly Grounds[]): Grounds {
  return {
    entries: [...new Set(findings.flatMap(({ entries }) => entries))].sort((a, b) => a - b),
    missing: [...new Set(findings.flatMap(({ missing }) => missing))],
  };
}

/**
 * Several lines by the version's merger policy: the best of them, or the worst. Both ends are taken by themselves, so that
 * a line that is not known leaves possible only what it can change.
 */
export function acrossLines(rules: StandardRules, lines: readonly LevelRange[]): LevelRange {
  const worst = rules.mergerPolicy === 'all';
  const pick = worst ? Math.min : Math.max;
  const lowest = pick(...lines.map((line) => line.lowest));
  const highest = pick(...lines.map((line) => line.highest));
  const atLow = lines.filter((line) => line.lowest === lowest);
  const atHigh = lines.filter((line) => line.highest === highest);
  // Where one level is left, the lines that are certain of it decide: the best by its lower end, the worst by its upper.
  const deciding = lowest < highest ? [...atLow, ...atHigh] : worst ? atHigh : atLow;
  return { lowest, highest, ...gathered(deciding) };
}

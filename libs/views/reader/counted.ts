import type { Verdict } from '@milepost/domain';
import { figureFrom, NOT_KNOWN, scopeFigure } from '@milepost/domain';
import type { Figure, FigureMetric } from '../questions';
import { SCOPE } from './asked';
import type { Deciding } from './disputed';
import { disputedAmong } from './disputed';
import { metricVerdicts } from './metricVerdicts';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { verdictsOfAll } from './verdicts';

/** A trust that a metric is about on a day: in scope, or for the scope itself perhaps so. */
export interface Counted {
  readonly about: number;
  readonly scope: Verdict;
  readonly verdict: Verdict;
}

/** Whether a trust of this scope is one that the metric is about. */
export const isCounted = (metric: FigureMetric, scope: string): boolean =>
  scope === 'in' || (metric === 'in-scope' && scope === NOT_KNOWN);

/** The trusts that a metric is about at a moment. */
export function countedTrusts(file: OpenFile, sight: Sight, metric: FigureMetric): Counted[] {
  const scopes = verdictsOfAll(file, SCOPE, sight);
  const verdicts = metric === 'in-scope' ? scopes : metricVerdicts(file, sight, metric);
  const counted: Counted[] = [];
  for (const [about, scope] of scopes) {
    if (isCounted(metric, scope.level)) counted.push({ about, scope, verdict: verdicts.get(about) as Verdict });
  }
  return counted;
}

/** Every trust and entry that decided something about these, each once. */
function decidingOf(counted: readonly Counted[]): Deciding[] {
  const seen = new Map<number, Set<number>>();
  for (const { about, scope, verdict } of counted) {
    const whys = seen.get(about) ?? new Set();
    seen.set(about, whys.add(scope.why).add(verdict.why));
  }
  return [...seen].flatMap(([about, whys]) => [...whys].map((why) => [about, why] as const));
}

/** Counts levels; the disputed are counted by fact, however many trusts one decides for. */
export function countedFigure(
  metric: FigureMetric,
  counted: readonly Counted[],
  disputed: ReadonlyMap<number, number>,
): Figure {
  let numerator = 0;
  let notKnown = 0;
  const yes = metric === 'in-scope' ? 'in' : 'yes';
  const facts = new Set<number>();
  for (const { scope, verdict } of counted) {
    if (verdict.level === yes) numerator += 1;
    else if (verdict.level === NOT_KNOWN) notKnown += 1;
    for (const why of disputed.size === 0 ? [] : [scope.why, verdict.why]) {
      const fact = disputed.get(why);
      if (fact !== undefined) facts.add(fact);
    }
  }
  const count =
    metric === 'in-scope' ? scopeFigure(numerator, notKnown) : figureFrom(numerator, counted.length, notKnown);
  return { ...count, disputed: facts.size };
}

export function disputedFacts(file: OpenFile, sight: Sight, counted: readonly Counted[]): Map<number, number> {
  return disputedAmong(file, sight, decidingOf(counted));
}

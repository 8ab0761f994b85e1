import type { Verdict } from '../rules/levelRule';
import { NOT_KNOWN } from '../rules/levelRule';

/** How a trust stands to a figure at one point of a movement's path. */
export interface Stand {
  readonly scope: Verdict;
  /** By the metric's definition; of the figure of the scope itself the scope again. */
  readonly verdict: Verdict;
  /** Where the figure is one by group: that of the day. */
  readonly group?: Verdict;
}

/** Whole numbers of a figure, or by how much each of them moves. */
export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  readonly notKnown: number;
}

export const NO_COUNTS: Counts = { numerator: 0, denominator: 0, notKnown: 0 };

/** What is counted: the trusts in scope themselves, or those of them that a definition says yes to. */
export type Counting = 'scope' | 'verdict';

/** What one trust adds to the figure, or to that of one group. */
export function countsOf({ scope, verdict, group }: Stand, counting: Counting, ofGroup?: string): Counts {
  if (ofGroup !== undefined && group?.level !== ofGroup) return NO_COUNTS;
  if (counting === 'scope') {
    const inScope = scope.level === 'in' ? 1 : 0;
    return { numerator: inScope, denominator: inScope, notKnown: scope.level === NOT_KNOWN ? 1 : 0 };
  }
  if (scope.level !== 'in') return NO_COUNTS;
  return {
    numerator: verdict.level === 'yes' ? 1 : 0,
    denominator: 1,
    notKnown: verdict.level === NOT_KNOWN ? 1 : 0,
  };
}

export function sumOf(all: Iterable<Counts>): Counts {
  let sum = NO_COUNTS;
  for (const one of all) sum = plus(sum, one);
  return sum;
}

export function plus(a: Counts, b: Counts): Counts {
  return {
    numerator: a.numerator + b.numerator,
    denominator: a.denominator + b.denominator,
    notKnown: a.notKnown + b.notKnown,
  };
}

export function minus(a: Counts, b: Counts): Counts {
  return {
    numerator: a.numerator - b.numerator,
    denominator: a.denominator - b.denominator,
    notKnown: a.notKnown - b.notKnown,
  };
}

export const isNone = ({ numerator, denominator, notKnown }: Counts): boolean =>
  numerator === 0 && denominator === 0 && notKnown === 0;

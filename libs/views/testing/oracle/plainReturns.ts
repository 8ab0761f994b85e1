import type { Fact } from './effective';

/** What is said of one trust's returns from one day to another. */
export interface PlainReturn {
  readonly level: 'given' | 'none' | 'not-known';
  /** Entry of the last return that was certainly of a day by the last one. */
  readonly last: number | undefined;
  /** Whether any return can be seen that may be of a day by the last one. */
  readonly any: boolean;
}

/** Of all facts in effect about a trust. */
export function plainReturn(facts: readonly Fact[], since: number, until: number): PlainReturn {
  const returns = facts.filter(({ type }) => type === 'EprStateReported.v1');
  const may = returns.filter(({ from, to }) => from <= until && to >= since);
  const sure = returns.some(({ from, to }) => from >= since && to <= until);
  const past = returns.filter(({ to }) => to <= until);
  past.sort((a, b) => b.to - a.to || b.from - a.from || b.by - a.by);
  return {
    level: sure ? 'given' : may.length > 0 ? 'not-known' : 'none',
    last: past[0]?.by,
    any: returns.some(({ from }) => from <= until),
  };
}

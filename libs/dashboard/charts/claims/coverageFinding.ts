import { percentInWords } from '../../format/percentInWords';
import { numberInWords } from '../../format/numberInWords';
import type { StatementPart } from './statementPart';

/** What the claims of coverage with their numbers come to, first and last: percentages can rise while the trusts behind them fall. */
export function coverageFinding(parts: readonly StatementPart[]): string {
  const counted = parts.filter(
    ({ kind, numerator, denominator }) => kind === 'claim' && numerator !== undefined && denominator !== undefined,
  );
  const [first] = counted;
  const last = counted.at(-1);
  if (!first || !last) return 'No claim of coverage gives the trusts that it counts';
  const [one, two] = [first, last].map(({ percent }) => percentInWords(percent, percent));
  const [some, others] = [first, last].map(({ numerator }) => numberInWords(numerator ?? 0));
  if (first === last)
    return `Coverage was claimed once with its numbers: ${some} of ${numberInWords(first.denominator ?? 0)} trusts, ${one}`;
  const percent = Math.sign(last.percent - first.percent);
  const trusts = Math.sign((last.numerator ?? 0) - (first.numerator ?? 0));
  const coverage = percent === 0 ? `Coverage stayed at ${one}` : `Coverage ${VERBS[percent]} from ${one} to ${two}`;
  const joint = percent === trusts ? 'and' : 'while';
  const having = trusts === 0 ? `stayed at ${some}` : `${VERBS[trusts]} from ${some} to ${others}`;
  return `${coverage} ${joint} trusts with an EPR ${having}`;
}

const VERBS: Readonly<Record<number, string>> = { 1: 'rose', [-1]: 'fell' };

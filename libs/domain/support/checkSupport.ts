import { alreadyRecorded } from '../deciding/alreadyRecorded';
import type { DecidingContext } from '../deciding/decidingContext';
import type { Rejection } from '../deciding/decision';
import { happenedByNow } from '../deciding/happenedByNow';
import type { FactVersion } from '../facts/factVersion';
import { notAfterClosing } from '../register/withinLife';

const missing = (member: string, sentence: string): Rejection => ({
  rule: 'support-incomplete',
  sentence,
  pointer: `/${member}`,
});

function agreed({ data }: FactVersion): Rejection | undefined {
  const { kind, amountGbpMillions: amount, year } = data;
  if (kind !== 'financial') {
    if (amount === undefined) return undefined;
    const sentence = 'Only financial support has an amount.';
    return { rule: 'support-amount-not-financial', sentence, pointer: '/amountGbpMillions' };
  }
  if (amount === undefined) return missing('amountGbpMillions', 'Financial support has an amount.');
  if (typeof year !== 'string') return missing('year', 'Financial support is for a financial year.');
  if ((Number(year.slice(0, 4)) + 1) % 100 === Number(year.slice(5))) return undefined;
  const sentence = `${year} is not a financial year: write the two years it lies in, as in 2025/26.`;
  return { rule: 'no-such-date', sentence, pointer: '/year' };
}

/** Whether support agreed or ended can stand beside the other effective facts of its trust. */
export function checkSupport(
  candidate: FactVersion,
  known: readonly FactVersion[],
  { today }: DecidingContext,
): Rejection | undefined {
  const others = known.filter(({ fact }) => fact !== candidate.fact);
  return (
    happenedByNow(candidate, today) ??
    notAfterClosing(candidate, others) ??
    (candidate.type === 'SupportAgreed.v1' ? agreed(candidate) : undefined) ??
    alreadyRecorded(candidate, others)
  );
}

import type { TargetState } from '../targets/targetState';
import { targetOn } from '../targets/targetState';
import { percentInWords } from '../words/percentInWords';
import { numberInWords } from '../words/numberInWords';
import type { CaseMaterial, CaseStatement, Finding } from './caseMaterial';
import { metricWords } from './metricWords';
import { metricOf, isOfKind, partsOf, shareOf } from './statementNumbers';
import type { SplitPart } from './statementNumbers';

const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * A claim that gives a share, and beside it a number of trusts still missing: that number can be what is missing to the target, or
 * the number of those that are not there. Said where it comes nearer to the first, so that nobody reads it as the second.
 */
export function gapToTarget({ target, others, statements, day }: CaseMaterial): readonly Finding[] {
  return statements.flatMap((statement) =>
    [target, ...others].flatMap((one) => {
      const state = targetOn(
        one.steps.map(({ fact }) => fact),
        day,
      );
      return partsOf(statement.fact.data).flatMap((part) => reading(statement, state, part));
    }),
  );
}

function reading({ id, fact, counted }: CaseStatement, state: TargetState, part: SplitPart): readonly Finding[] {
  const share = shareOf(fact.data);
  const said = part.count ?? numberIn(part.size);
  const threshold = state.threshold.value?.low;
  const trusts = counted.length === 1 ? counted[0]?.count : undefined;
  const metric = metricOf(fact.data);
  if (!isOfKind(fact.data, 'claim') || metric === undefined || metric !== state.metric.value) return [];
  if (share === undefined || share.low !== share.high || said === undefined || threshold === undefined) return [];
  if (trusts === undefined || threshold <= share.low) return [];
  const gap = ((threshold - share.low) * trusts) / 100;
  const below = ((100 - share.low) * trusts) / 100;
  if (Math.abs(said - gap) >= Math.abs(said - below)) return [];
  const [aim, have, missing] = [threshold, share.low, threshold - share.low].map((percent) =>
    percentInWords(percent, percent),
  );
  const rest = percentInWords(100 - share.low, 100 - share.low);
  return [
    {
      rule: 'gap-to-target@1',
      sentence:
        `“${part.size ?? numberInWords(said)}” is the gap to the target of ${aim}, not the number of trusts that are not ${metricWords(metric).having}: ` +
        `${aim} less ${have} is ${missing}, and ${missing} of the ${numberInWords(trusts)} trusts counted is ${ONE_DECIMAL.format(gap)}. ` +
        `The other ${rest} would be about ${numberInWords(below)} trusts.`,
      why: [...new Set([fact.sequence, state.threshold.why, state.metric.why])],
      statements: [id],
    },
  ];
}

/** The number in words such as "nearly 30". */
function numberIn(size: string | undefined): number | undefined {
  const digits = /\d[\d,]*/.exec(size ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

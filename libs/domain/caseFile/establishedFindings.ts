import type { FactVersion } from '../facts/factVersion';
import type { TargetStep } from '../targets/targetSteps';
import { isLater, moveOfDate } from '../targets/targetSteps';
import { targetSaid } from '../targets/targetSaid';
import type { Threshold } from '../targets/targetSaid';
import { dateInWords } from '../words/dateInWords';
import { numberInWords } from '../words/numberInWords';
import { percentInWords } from '../words/percentInWords';
import type { CaseMaterial, CaseStatement, CaseTarget, Finding } from './caseMaterial';
import { metricWords, WIDER } from './metricWords';
import { exactShare, isOfKind, metricOf, shareInWords, shareOf, wholeNumbers } from './statementNumbers';
import { byDate, whenInWords } from './whenInWords';

/** What is established: each sentence from the facts that it names. */
export function establishedFindings(material: CaseMaterial): readonly Finding[] {
  return [
    ...dateMoved(material),
    ...reachedBeforeOrAfter(material),
    ...shareAgainstCount(material),
    ...metricWidened(material),
    ...dateLaterWithoutExtension(material),
  ];
}

/** What was moved, from when to when, and when that became public. */
function dateMoved({ target, extension, programme }: CaseMaterial): readonly Finding[] {
  const move = moveOfDate(extension);
  const before = stepBefore(target, extension, (step) => moveOfDate(step) !== undefined);
  if (move?.from === undefined || before === undefined) return [];
  const what = extension.fact.type === 'ProgrammeEndRevised.v1' ? endOf(programme) : dateOf(target, extension);
  const moved = `${what} was moved from ${dateInWords(move.from.text)} to ${dateInWords(move.to.text)}.`;
  return [
    {
      rule: 'date-moved@1',
      sentence: `${moved} That became public ${whenInWords(extension.fact)}.`,
      why: [before.fact.sequence, extension.fact.sequence],
      statements: [],
    },
  ];
}

const endOf = (programme: string | undefined): string =>
  `The end of the programme${programme === undefined ? '' : ` ${programme}`}`;

function dateOf({ id, steps }: CaseTarget, extension: TargetStep): string {
  const wording = steps
    .slice(0, steps.indexOf(extension) + 1)
    .map(({ fact }) => targetSaid(fact).wording)
    .findLast((text) => text !== undefined);
  return `The date of the target “${wording ?? id}”`;
}

function stepBefore(
  { steps }: CaseTarget,
  step: TargetStep,
  matches: (step: TargetStep) => boolean,
): TargetStep | undefined {
  return steps.slice(0, steps.indexOf(step)).findLast(matches);
}

/** For each share that a target named by the time of the move: whether it was claimed before the move or after it. */
function reachedBeforeOrAfter({ target, extension, others, statements }: CaseMaterial): readonly Finding[] {
  return [target, ...others].flatMap(({ steps }) =>
    steps.flatMap(({ fact, moved }, index) => {
      const threshold = moved.find(({ member }) => member === 'threshold')?.to as Threshold | undefined;
      const metric = metricAt(steps, index);
      if (threshold === undefined || metric === undefined || fact.window.latest > extension.fact.window.latest)
        return [];
      const first = statements.find(({ fact: { data } }) => reaches(data, metric.name, threshold.low));
      if (first === undefined) return [];
      return [order(extension, each(fact.sequence, metric.why), first, metric.name, threshold.low)];
    }),
  );
}

/** The metric of a target after a change, and the fact that named it. */
function metricAt(steps: readonly TargetStep[], index: number): { name: string; why: number } | undefined {
  const step = steps.slice(0, index + 1).findLast(({ fact }) => targetSaid(fact).metric !== undefined);
  const name = step && targetSaid(step.fact).metric;
  return name === undefined || step === undefined ? undefined : { name, why: step.fact.sequence };
}

const each = (...entries: readonly number[]): readonly number[] => [...new Set(entries)];

function reaches(data: FactVersion['data'], metric: string, percent: number): boolean {
  return isOfKind(data, 'claim') && metricOf(data) === metric && (shareOf(data)?.low ?? -1) >= percent;
}

function order(
  { fact: move }: TargetStep,
  setting: readonly number[],
  { id, fact: claim }: CaseStatement,
  metric: string,
  percent: number,
): Finding {
  const share = percentInWords(percent, percent);
  const is =
    move.window.latest < claim.window.earliest
      ? `The move came before ${share} was reported`
      : claim.window.latest < move.window.earliest
        ? `The move came after ${share} was reported`
        : `Whether the move came before ${share} was reported or after it is not known`;
  const first = `the first claim of ${share} or more of trusts ${metricWords(metric).having}, ${shareInWords(claim.data)}`;
  return {
    rule: 'moved-before-reached@1',
    sentence: `${is}. It became public ${whenInWords(move)}; ${first}, was made ${whenInWords(claim)}.`,
    why: each(move.sequence, ...setting, claim.sequence),
    statements: [id],
  };
}

/** The first and the last claim of a metric with both their numbers, where the share went one way and the trusts behind it another. */
function shareAgainstCount({ statements }: CaseMaterial): readonly Finding[] {
  const counted = statements.filter(({ fact: { data } }) => isOfKind(data, 'claim') && exactShare(data) !== undefined);
  const metrics = new Set(counted.map(({ fact: { data } }) => metricOf(data)));
  return [...metrics].flatMap((metric) => {
    const claims = counted.filter(({ fact: { data }, about }) => metricOf(data) === metric && about !== undefined);
    const [first, last] = [claims.reduce(earlier, undefined), claims.reduce(later, undefined)];
    return metric === undefined || first === undefined || last === undefined ? [] : apart(metric, first, last);
  });
}

const end = ({ about }: CaseStatement): number => about?.latest ?? 0;
const earlier = (best: CaseStatement | undefined, one: CaseStatement) =>
  best === undefined || end(one) < end(best) ? one : best;
const later = (best: CaseStatement | undefined, one: CaseStatement) =>
  best === undefined || end(one) >= end(best) ? one : best;

function apart(metric: string, first: CaseStatement, last: CaseStatement): readonly Finding[] {
  const [a, b] = [first.fact.data, last.fact.data];
  const [one, two] = [wholeNumbers(a), wholeNumbers(b)];
  const share = Math.sign((exactShare(b) ?? 0) - (exactShare(a) ?? 0));
  const count = Math.sign((two.numerator ?? 0) - (one.numerator ?? 0));
  if (share * count >= 0 || end(first) >= (last.about?.earliest ?? 0)) return [];
  const words = metricWords(metric);
  const shares = [a, b].map((data) => percentInWords(shareOf(data)?.low ?? 0, shareOf(data)?.high ?? 0));
  const [from, to] = [one, two].map(({ numerator }) => numberInWords(numerator ?? 0));
  const [of, ofThen] = [one, two].map(({ denominator }) => numberInWords(denominator ?? 0));
  return [
    {
      rule: 'share-against-count@1',
      sentence:
        `${words.share} ${VERBS[share]} from ${shares.join(' to ')} while trusts ${words.having} ${VERBS[count]} from ${from} to ${to}: ` +
        `it was ${from} of ${of} trusts ${whenInWords(first.fact)}, and ${to} of ${ofThen} ${whenInWords(last.fact)}.`,
      why: [first.fact.sequence, last.fact.sequence],
      statements: [first.id, last.id],
    },
  ];
}

const VERBS: Readonly<Record<number, string>> = { 1: 'rose', [-1]: 'fell' };

/** A later target that counts whoever an earlier one counts, and more. */
function metricWidened({ target, others }: CaseMaterial): readonly Finding[] {
  const all = [target, ...others];
  return WIDER.flatMap(({ narrow, wide, more }) => {
    const before = all.flatMap((one) => lastAsked(one, narrow));
    const after = all.flatMap((one) => lastAsked(one, wide));
    return before.flatMap(({ step: old, why }) =>
      after
        .filter(({ step: now }) => old.fact.window.latest < now.fact.window.earliest)
        .map(({ step: now, why: whyNow }) => ({
          rule: 'metric-widened@1',
          sentence: `The wording loosened: ${asked(old, narrow)}, announced ${whenInWords(old.fact)}, became ${asked(now, wide)}, announced ${whenInWords(now.fact)}. ${more}`,
          why: each(old.fact.sequence, why, now.fact.sequence, whyNow),
          statements: [],
        })),
    );
  });
}

/** The last change of a target that named a share of a metric and a date. */
function lastAsked({ steps }: CaseTarget, metric: string): readonly { step: TargetStep; why: number }[] {
  const all = steps.flatMap((step, index) => {
    const { threshold, deadline } = targetSaid(step.fact);
    const named = metricAt(steps, index);
    return named?.name !== metric || threshold === undefined || deadline === undefined
      ? []
      : [{ step, why: named.why }];
  });
  return all.slice(-1);
}

function asked({ fact }: TargetStep, metric: string): string {
  const { threshold, deadline } = targetSaid(fact);
  const share = threshold === undefined ? 'trusts' : `${percentInWords(threshold.low, threshold.high)} of trusts`;
  return `${share} ${metricWords(metric).having}${deadline === undefined ? '' : ` ${byDate(deadline)}`}`;
}

/** A date that came later with a change of something else, of a share that did not rise: no source says that it was extended. */
function dateLaterWithoutExtension({ target, others }: CaseMaterial): readonly Finding[] {
  return [target, ...others].flatMap((one) =>
    one.steps.flatMap((step, index): readonly Finding[] => {
      const before = stepBefore(one, step, (past) => moveOfDate(past) !== undefined);
      const move = moveOfDate(step);
      const metric = metricAt(one.steps, index);
      if (step.extension || !step.moved.some(isLater) || move?.from === undefined || before === undefined) return [];
      if (metric === undefined || shareRose(step)) return [];
      const named = step.moved.find(({ member }) => member === 'threshold') as
        { to: Threshold; from?: Threshold } | undefined;
      const share =
        named === undefined
          ? ''
          : `, for ${percentInWords(named.to.low, named.to.high)} of trusts${named.from === undefined ? ' where no share was named before' : ''}`;
      return [
        {
          rule: 'date-later-without-extension@1',
          sentence:
            `The date for trusts ${metricWords(metric.name).having} was ${dateInWords(move.from.text)} as announced ${whenInWords(before.fact)}, ` +
            `and ${dateInWords(move.to.text)} as announced ${whenInWords(step.fact)}${share}. No entry here says that it was extended.`,
          why: each(before.fact.sequence, step.fact.sequence, metric.why),
          statements: [],
        },
      ];
    }),
  );
}

function shareRose({ moved }: TargetStep): boolean {
  const move = moved.find((one) => one.member === 'threshold');
  return move?.from !== undefined && move.to.low > move.from.low;
}

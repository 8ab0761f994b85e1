import type { Day, Window } from '@milepost/domain';
import type { Moment } from '../moment';
import type { Questions } from '../questions';
import type { CountedStep } from './countedSteps';

/** From the first to the last of these days so many trusts were counted. */
export interface CountedSpan {
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
}

/** Which trusts a claim counts, as far as this record can count the same: all in scope, or those of a type. */
const POPULATIONS: ReadonlyMap<string, string | undefined> = new Map([
  ['NHS trusts in England', undefined],
  ['acute NHS trusts in England', 'acute'],
]);

export function canCount(population: unknown): population is string {
  return typeof population === 'string' && POPULATIONS.has(population);
}

/**
 * How many trusts of a population were counted on each day of a window. Empty where that is not known of every trust.
 * @param steps every change of the count up to the window's end
 */
export function countedSpans(
  questions: Questions,
  moment: Moment,
  steps: readonly CountedStep[],
  population: string,
  { earliest, latest }: Window,
): readonly CountedSpan[] {
  const [first] = steps;
  if (first === undefined || earliest < first.day) return [];
  const turns = steps.map(({ day }) => day).filter((day) => day > earliest && day <= latest);
  const spans: CountedSpan[] = [];
  for (const from of [earliest, ...turns]) {
    const count = countOn(questions, { ...moment, asOf: from }, steps, POPULATIONS.get(population));
    if (count === undefined) return [];
    const before = spans.at(-1);
    const next = turns.find((day) => day > from);
    const to = next === undefined ? latest : next - 1;
    if (before?.count === count) spans[spans.length - 1] = { ...before, to };
    else spans.push({ from, to, count });
  }
  return spans;
}

/** The steps have the count of all trusts; only a type's has to be asked for. */
function countOn(
  questions: Questions,
  moment: Moment,
  steps: readonly CountedStep[],
  type: string | undefined,
): number | undefined {
  const step = steps.findLast(({ day }) => day <= moment.asOf);
  if (step === undefined || step.notKnown > 0) return undefined;
  if (type === undefined) return step.count;
  return questions.figure(moment, 'in-scope', 'type').groups?.find(({ group }) => group === type)?.numerator;
}

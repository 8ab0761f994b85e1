import type { Day } from '@milepost/domain';
import type { Moment } from '../moment';
import type { FactView, Figure, FigureMetric, Questions } from '../questions';
import { AnswerMemory } from './answerMemory';
import { claimedDays } from './claimedDays';
import type { ClaimedDaysFound } from './claimedDays';
import { canCount, countedSpans } from './countedSpans';
import type { CountedSpan } from './countedSpans';
import { countedSteps } from './countedSteps';
import type { CountedStep } from './countedSteps';
import { ownMetric } from './ownMetrics';

export type { ClaimedDays } from './claimedDays';
export type { CountedSpan } from './countedSpans';

/** An earlier span of days on which as many were counted as the claim used, and each change of the count since, up to the claim's days. */
export interface EarlierCount {
  readonly span: CountedSpan;
  readonly since: readonly CountedStep[];
}

/** The claim's denominator beside the trusts counted on the days that it is about. */
export type CheckedDenominator =
  | { readonly kind: 'none-given' }
  | { readonly kind: 'same' }
  /** On some of the days, not on all. */
  | { readonly kind: 'same-on-some-days' }
  /** `earlier` is what the record can say of the difference; undefined: why they differ is not known. */
  | { readonly kind: 'differs'; readonly earlier: EarlierCount | undefined }
  /** The record cannot count what the claim counts: another population, days still to come or not given, lifetimes not known. */
  | { readonly kind: 'cannot-compare'; readonly reason: 'population' | 'to-come' | 'no-day' | 'lifetimes' };

/** What the record can say of the claim's numerator or percentage. */
export type CheckedNumerator =
  | { readonly kind: 'none-given' }
  /** A target, forecast or decision says nothing of how things were. */
  | { readonly kind: 'no-claim' }
  /** Of what it counts, no fact of a single trust is recorded here. */
  | { readonly kind: 'no-measure' }
  /** Of so many of the trusts counted on the last of the days it is not known, so that nothing can be shown beside the claim. */
  | {
      readonly kind: 'not-known';
      readonly metric: FigureMetric;
      readonly notKnown: number;
      readonly denominator: number;
    }
  | { readonly kind: 'shown'; readonly metric: FigureMetric; readonly figure: Figure }
  | { readonly kind: 'no-day' };

/** What the record can show beside a public statement, at a moment. Nothing in it says whether the statement is right. */
export interface BesideClaim {
  readonly days: ClaimedDaysFound;
  /** Trusts counted on those days, as far as they can be; empty otherwise. */
  readonly counted: readonly CountedSpan[];
  readonly denominator: CheckedDenominator;
  readonly numerator: CheckedNumerator;
}

/** As many as a few positions of a record's claims need. */
const remembered = new AnswerMemory<BesideClaim>(1000);

export function besideClaim(questions: Questions, moment: Moment, statement: FactView): BesideClaim {
  const { asOf, size, publicBy } = moment;
  return remembered.of(questions, `${asOf} ${size} ${publicBy} ${statement.version}`, () =>
    makeBeside(questions, moment, statement),
  );
}

function makeBeside(questions: Questions, moment: Moment, statement: FactView): BesideClaim {
  const days = claimedDays(statement, moment.asOf);
  const steps = countedSteps(questions, moment, moment.asOf);
  const counted = countedFor(questions, moment, statement, days, steps);
  return {
    days,
    counted,
    denominator: checkedDenominator(statement, days, counted, steps),
    numerator: checkedNumerator(questions, moment, statement, days),
  };
}

function countedFor(
  questions: Questions,
  moment: Moment,
  { data: { population } }: FactView,
  days: ClaimedDaysFound,
  steps: readonly CountedStep[],
): readonly CountedSpan[] {
  if (typeof days === 'string' || !canCount(population)) return [];
  return countedSpans(questions, moment, steps, population, days.window);
}

function checkedDenominator(
  { data: { denominator, population } }: FactView,
  days: ClaimedDaysFound,
  counted: readonly CountedSpan[],
  steps: readonly CountedStep[],
): CheckedDenominator {
  if (typeof denominator !== 'number') return { kind: 'none-given' };
  if (!canCount(population)) return { kind: 'cannot-compare', reason: 'population' };
  if (typeof days === 'string') return { kind: 'cannot-compare', reason: days };
  if (counted.length === 0) return { kind: 'cannot-compare', reason: 'lifetimes' };
  const same = counted.filter(({ count }) => count === denominator).length;
  if (same > 0) return { kind: same === counted.length ? 'same' : 'same-on-some-days' };
  // Steps count all trusts, so they explain no other population's number.
  const comparable = population === 'NHS trusts in England';
  return { kind: 'differs', earlier: comparable ? earlierCount(denominator, days.window.earliest, steps) : undefined };
}

/** The last span before a day on which so many were counted: a number that was right once, and what changed it. */
function earlierCount(denominator: number, before: Day, steps: readonly CountedStep[]): EarlierCount | undefined {
  const past = steps.filter(({ day }) => day <= before);
  const at = past.findLastIndex(({ count }) => count === denominator);
  const [step, next] = [past[at], past[at + 1]];
  if (step === undefined || next === undefined) return undefined;
  return { span: { from: step.day, to: next.day - 1, count: step.count }, since: past.slice(at + 1) };
}

function checkedNumerator(
  questions: Questions,
  moment: Moment,
  { data }: FactView,
  days: ClaimedDaysFound,
): CheckedNumerator {
  if (typeof data['numerator'] !== 'number' && typeof data['percentLow'] !== 'number') return { kind: 'none-given' };
  if (data['kind'] !== 'claim') return { kind: 'no-claim' };
  const measure = ownMetric(data['metric']);
  if (measure === undefined) return { kind: 'no-measure' };
  if (typeof days === 'string') return { kind: 'no-day' };
  const { metric } = measure;
  const figure = questions.figure({ ...moment, asOf: days.window.latest }, metric, undefined);
  if (figure.notKnown > 0 || figure.denominator === 0) {
    return { kind: 'not-known', metric, notKnown: figure.notKnown, denominator: figure.denominator };
  }
  return { kind: 'shown', metric, figure: measure.without ? complementOf(figure) : figure };
}

function complementOf(figure: Figure): Figure {
  const percent = (value: number | undefined): number | undefined => (value === undefined ? undefined : 100 - value);
  return {
    numerator: figure.denominator - figure.numerator,
    denominator: figure.denominator,
    notKnown: 0,
    disputed: figure.disputed,
    percentLow: percent(figure.percentHigh),
    percentHigh: percent(figure.percentLow),
  };
}

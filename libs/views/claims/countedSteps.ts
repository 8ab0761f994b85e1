import type { Day } from '@milepost/domain';
import type { Moment } from '../moment';
import type { Questions, TrustRow } from '../questions';
import { AnswerMemory } from './answerMemory';

/** A trust that opened or closed at a step; a closed one with the names of its successors, none where they are not known. */
export interface StepTrust {
  readonly ods: string;
  readonly name: string;
  readonly successors: readonly string[];
}

/** From this day on so many trusts are counted; the openings and closings that the register has for that change. */
export interface CountedStep {
  readonly day: Day;
  readonly count: number;
  /** For how many more it is not known whether they are counted. */
  readonly notKnown: number;
  readonly opened: readonly StepTrust[];
  readonly closed: readonly StepTrust[];
}

const MOST_TRUSTS = 5000;
/** Long before any trust was opened: 5 July 1948, when the NHS began. */
const EARLIEST = -7850;
const remembered = new AnswerMemory<readonly CountedStep[]>(20);

/**
 * How the number of trusts counted went, from the first day on which every lifetime is known to `last`. Empty where no
 * lifetime is known. Counts are the figure's own; the register only explains them. Remembered, since at a moment it never changes.
 */
export function countedSteps(questions: Questions, moment: Moment, last: Day): readonly CountedStep[] {
  const { size, publicBy } = moment;
  const asOf = Math.max(moment.asOf, last);
  return remembered.of(questions, `${size} ${publicBy} ${asOf} ${last}`, () =>
    makeSteps(questions, { ...moment, asOf }, last),
  );
}

function makeSteps(questions: Questions, moment: Moment, last: Day): readonly CountedStep[] {
  const trusts = questions.trusts(moment, {}, 0, MOST_TRUSTS).items.filter(({ country }) => country === 'England');
  const first = firstDayOfAll(questions, moment, last);
  if (first === undefined) return [];
  const turns = turnsBetween(trusts, first, last);
  return [{ day: first, opened: [], closed: [] }, ...turns].map(({ day, opened, closed }) => {
    const { numerator: count, notKnown } = questions.figure({ ...moment, asOf: day }, 'in-scope', undefined);
    return {
      day,
      count,
      notKnown,
      opened: opened.map(({ ods, name }) => ({ ods, name, successors: [] })),
      closed: closed.map(({ ods, name }) => ({ ods, name, successors: successorsOf(questions, moment, ods) })),
    };
  });
}

/**
 * The first day from which on as much is known of every lifetime as at the end: a trust that was there before the record
 * begins was there by some day at the latest. Found by halving, since what is known of lifetimes only grows.
 */
function firstDayOfAll(questions: Questions, moment: Moment, last: Day): Day | undefined {
  const notKnown = (day: Day): number => questions.figure({ ...moment, asOf: day }, 'in-scope', undefined).notKnown;
  const least = notKnown(last);
  let [before, from] = [EARLIEST, last];
  if (notKnown(before) <= least) return undefined;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (notKnown(middle) <= least) from = middle;
    else before = middle;
  }
  return from;
}

interface Turn {
  readonly day: Day;
  readonly opened: TrustRow[];
  readonly closed: TrustRow[];
}

function turnsBetween(trusts: readonly TrustRow[], first: Day, last: Day): readonly Turn[] {
  const turns = new Map<Day, Turn>();
  const at = (day: Day): Turn => {
    const turn = turns.get(day) ?? { day, opened: [], closed: [] };
    turns.set(day, turn);
    return turn;
  };
  for (const trust of trusts) {
    const opened = trust.opened?.latest ?? -Infinity;
    // The last day of a life is still counted: the count changes on the day after.
    const gone = (trust.closed?.earliest ?? Infinity) + 1;
    if (opened > first && opened <= last) at(opened).opened.push(trust);
    if (gone > first && gone <= last) at(gone).closed.push(trust);
  }
  return [...turns.values()].sort((a, b) => a.day - b.day);
}

function successorsOf(questions: Questions, moment: Moment, ods: string): readonly string[] {
  return (questions.trust(moment, ods)?.successors ?? []).map(({ name }) => name);
}

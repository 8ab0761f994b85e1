import type { FactCheck } from '../deciding/decideFact';
import type { Rejection } from '../deciding/decision';
import { alreadyRecorded } from '../deciding/alreadyRecorded';
import { happenedByNow } from '../deciding/happenedByNow';
import type { FactVersion } from '../facts/factVersion';
import { compareFacts } from '../facts/compareFacts';
import { dayInWords } from '../words/dayInWords';
import { dateInWords } from '../words/dateInWords';
import { dateIn, targetSaid } from './targetSaid';
import type { TargetDate } from './targetSaid';
import { isLater, moveOfDate, targetSteps } from './targetSteps';
import type { TargetStep } from './targetSteps';
import { EXTENSION_TYPES, PROGRAMME_END_TYPES, TARGET_TYPES } from './targetTypes';

/** Whether a fact says something of a target, or of a programme's end. */
export const isAboutTarget = ({ type }: Pick<FactVersion, 'type'>): boolean =>
  TARGET_TYPES.has(type) || PROGRAMME_END_TYPES.has(type);

/** Whether a change of a target, or of a programme's end, can stand beside the other effective facts about it. */
export const checkTargetChange: FactCheck = (candidate, known, { today }) => {
  const others = known.filter((other) => isAboutTarget(other) && other.fact !== candidate.fact);
  return (
    happenedByNow(candidate, today) ??
    decidedInTime(candidate) ??
    notBeforeItWasDecided(candidate) ??
    rightlyOrdered(candidate) ??
    alreadyRecorded(candidate, others) ??
    movesSomething(candidate, others)
  );
};

const pointerOf = ({ type }: FactVersion): string => (type.startsWith('Programme') ? '/endsOn' : '/deadlineOn');

/** A decision is taken before it is announced. */
function decidedInTime({ data, window, publicOn }: FactVersion): Rejection | undefined {
  const decided = dateIn(data, 'decided');
  if (decided === undefined || decided.window.earliest <= Math.min(window.latest, publicOn)) return undefined;
  const sentence = 'A change cannot have been announced before it was decided.';
  return { rule: 'decided-after-announced', sentence, pointer: '/decidedOn' };
}

/** A new date lies ahead of its decision; where the day of the decision is not known, of its announcement. */
function notBeforeItWasDecided(candidate: FactVersion): Rejection | undefined {
  const date = targetSaid(candidate).deadline;
  const decided = dateIn(candidate.data, 'decided')?.window ?? candidate.window;
  if (date === undefined || date.window.latest >= decided.earliest) return undefined;
  return {
    rule: 'deadline-before-decision',
    sentence: `${dateInWords(date.text)} was over when the change was decided, on ${dayInWords(decided.earliest)} at the earliest.`,
    pointer: pointerOf(candidate),
  };
}

/** Both ends of a share, and not the wrong way round. */
function rightlyOrdered(candidate: FactVersion): Rejection | undefined {
  const { threshold } = targetSaid(candidate);
  if (threshold === undefined || threshold.low <= threshold.high) return undefined;
  const sentence = 'The lower end of the threshold is above the upper end.';
  return { rule: 'threshold-ends-crossed', sentence, pointer: '/thresholdPercentHigh' };
}

function movesSomething(candidate: FactVersion, others: readonly FactVersion[]): Rejection | undefined {
  const steps = targetSteps([...others, candidate].sort(compareFacts));
  const at = steps.findIndex(({ fact }) => fact === candidate);
  const step = steps[at] as TargetStep;
  const before = at === 0 ? undefined : lastDate(steps.slice(0, at));
  if (EXTENSION_TYPES.has(candidate.type)) return isExtension(candidate, step, before);
  if (step.moved.length > 0 || !TARGET_TYPES.has(candidate.type)) return undefined;
  const sentence = 'It says of the target what was said before: nothing would change.';
  return { rule: 'target-change-moves-nothing', sentence };
}

/** The date that stood before, which an extension moves. */
function lastDate(steps: readonly TargetStep[]): TargetDate | undefined {
  return steps.map(moveOfDate).findLast((moved) => moved !== undefined)?.to;
}

/** An extension names a date, and it is later than the one before; where none was known before, any date is. */
function isExtension(
  candidate: FactVersion,
  { moved }: TargetStep,
  before: TargetDate | undefined,
): Rejection | undefined {
  const pointer = pointerOf(candidate);
  const after = targetSaid(candidate).deadline;
  if (after === undefined) {
    return { rule: 'extension-without-date', sentence: 'An extension names the date that it moves to.', pointer };
  }
  if (before === undefined || moved.some(isLater)) return undefined;
  const was = dateInWords(before.text);
  const sentence =
    after.window.latest === before.window.latest
      ? `The date is ${was} already: nothing is extended.`
      : `${dateInWords(after.text)} is before ${was}: that would shorten, not extend.`;
  return { rule: 'extension-not-later', sentence, pointer };
}

import type { FactView } from '@milepost/views';
import { capitalised } from '../../format/capitalised';
import { factInWords } from '../../format/eventInWords';
import { occurrenceInWords } from '../../format/occurrenceInWords';
import { withinSentence } from '../../format/withinSentence';
import { isPlan } from '../../pages/isPlan';

/** `Go-live planned 3 times and postponed once; last reported: went live, November 2025`. Facts in their order, oldest first. */
export function timelineFinding(facts: readonly FactView[]): string {
  const count = (type: string): number => facts.filter((fact) => fact.type === type).length;
  const plans = [
    times('planned', count('EprGoLivePlanned.v1')),
    times('postponed', count('EprGoLivePostponed.v1')),
  ].filter((part) => part !== undefined);
  const planned = plans.length === 0 ? undefined : `Go-live ${plans.join(' and ')}`;
  const last = facts.findLast((fact) => !isPlan(fact));
  const reported = last === undefined ? 'nothing was reported as happened' : `last reported: ${lastInWords(last)}`;
  return planned === undefined ? capitalised(reported) : `${planned}; ${reported}`;
}

function times(what: string, count: number): string | undefined {
  if (count === 0) return undefined;
  return `${what} ${count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`}`;
}

function lastInWords({ type, data, occurrence, window }: FactView): string {
  const what = factInWords(type, data);
  const { text } = occurrenceInWords(occurrence, window);
  return `${what.charAt(0).toLowerCase()}${what.slice(1)}, ${withinSentence(text)}`;
}

import type { EprStateView } from '@milepost/views';
import { eprStateInWords } from '../format/eprStateInWords';
import { factInWords } from '../format/eventInWords';
import { occurrenceInWords } from '../format/occurrenceInWords';
import { withinSentence } from '../format/withinSentence';
import type { Cell } from './table';

export const SILENCE = 'No report in this record';

/** `last reported 23 May 2016, nothing since`; undefined where nothing was reported by then. */
export function lastReported({ lastReported: fact }: EprStateView): string | undefined {
  if (!fact) return undefined;
  const { text } = occurrenceInWords(fact.occurrence, fact.window);
  return `${text === 'Date not known' ? 'last report without a date' : `last reported ${withinSentence(text)}`}, nothing since`;
}

/** A trust's EPR in a list: its state and last report, or that nothing was reported. Silence is never a state. */
export function eprCell(state: EprStateView, reports: number): Cell {
  const last = lastReported(state);
  if (last === undefined) return { text: reports === 0 ? SILENCE : 'No report by that day' };
  const fact = state.lastReported;
  const what = state.level === 'not-known' && fact ? [factInWords(fact.type, fact.data)] : [];
  return { text: eprStateInWords(state.level), notes: [...what, last] };
}

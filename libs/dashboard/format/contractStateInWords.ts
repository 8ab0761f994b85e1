import { slugInWords } from './slugInWords';
import { wordFor } from './wordFor';

const STATES: Readonly<Record<string, string>> = {
  'not-known': 'Not known',
  none: 'No contract reported',
  announced: 'Contract announced',
  awarded: 'Contract awarded',
  signed: 'Contract signed',
  expired: 'Contract expired',
};

/** The state of a deployment's contract, which is told apart from its use. */
export function contractStateInWords(level: string): string {
  return wordFor(STATES, level) ?? slugInWords(level);
}

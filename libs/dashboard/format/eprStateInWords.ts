import { slugInWords } from './slugInWords';
import { wordFor } from './wordFor';

const STATES: Readonly<Record<string, string>> = {
  'not-known': 'Not known',
  none: 'Reported as having no EPR',
  outline_case: 'Outline business case approved',
  procuring: 'Procuring',
  full_case: 'Full business case approved',
  contracted: 'Contract signed',
  implementing: 'Implementing',
  live_partial: 'Live in part',
  live: 'Live',
  suspended: 'Use suspended',
  withdrawn: 'Withdrawn',
};

/** The state of a deployment or of a trust's roll-up. */
export function eprStateInWords(level: string): string {
  return wordFor(STATES, level) ?? slugInWords(level);
}

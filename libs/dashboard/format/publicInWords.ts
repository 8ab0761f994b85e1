import type { Day } from '@milepost/domain';
import { dayInWords } from './dayInWords';
import { wordFor } from './wordFor';

const HOW: Readonly<Record<string, string>> = {
  reported: 'day of the report',
  published: 'day of publication',
  observed: 'day it was seen in a published list',
  effective: 'taken as public on the day it took effect',
  compiled: 'day this data set was compiled, because the day of the report is not known',
  recorded: 'day it was recorded here',
};

/** When something became public, and how that is known. */
export function publicInWords(on: Day, how: string): { readonly day: string; readonly how: string | undefined } {
  return { day: dayInWords(on), how: wordFor(HOW, how) };
}

import type { TimeMark } from '../drawings/timeRows';
import { keyOf } from '../keyOf';

/** How to read a timeline: only the signs that are drawn in it. */
export function timelineKey(marks: readonly TimeMark[]): string {
  const has = (shape: TimeMark['shape']): boolean => marks.some((mark) => mark.shape === shape);
  return keyOf(
    [marks.some(({ hollow }) => !hollow), 'Filled: reported as happened.'],
    [marks.some(({ hollow }) => hollow), 'Hollow: planned.'],
    [has('arrow'), 'An arrow leads from the day a plan was made to the day it names.'],
    [
      marks.some(({ symbol }) => symbol === 'times'),
      'A cross is a postponement, a suspension, a withdrawal or an incident.',
    ],
    [has('range'), 'A bar spans the days between which it was.'],
    [has('before'), 'A broken line means by then.'],
  );
}

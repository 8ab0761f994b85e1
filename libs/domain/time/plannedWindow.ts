import { datesIn } from './dates';
import { readWindow } from './readWindow';
import type { Window } from './window';

/** The days that a plan names, never cut; undefined where the plan gives no date (or one that its schema refuses). */
export function plannedWindow(data: Readonly<Record<string, unknown>>): Window | undefined {
  const reading = readWindow(datesIn(data, 'planned'));
  return 'window' in reading ? reading.window : undefined;
}

import type { Day } from '@milepost/domain';

/** No day of the calendar comes near these, so that they stand for "no first day" and "no last day" in a column. */
export const FIRST_DAY = -2_147_483_648;
export const LAST_DAY = 2_147_483_647;

/** Beyond every entry number: what has not been replaced, what has not been closed. */
export const FOR_EVER = Number.MAX_SAFE_INTEGER;

export const toColumn = (day: Day): number => (day === -Infinity ? FIRST_DAY : day === Infinity ? LAST_DAY : day);
export const fromColumn = (column: number): Day =>
  column === FIRST_DAY ? -Infinity : column === LAST_DAY ? Infinity : column;

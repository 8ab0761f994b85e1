import { formatDay } from '@milepost/domain';
import type { Day, Window } from '@milepost/domain';

export function dayAnswer(day: Day | undefined): string | null {
  return day === undefined || !Number.isFinite(day) ? null : formatDay(day);
}

export function windowAnswer(window: Window): { earliest: string | null; latest: string | null } {
  return { earliest: dayAnswer(window.earliest), latest: dayAnswer(window.latest) };
}

/** An entry number as it is written; null for -1, which says that nothing was recorded. */
export function whyAnswer(why: number): string | null {
  return why < 0 ? null : String(why);
}

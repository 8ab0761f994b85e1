import { periodWindow } from '@milepost/domain';
import type { Day, Window } from '@milepost/domain';
import type { FactView } from '../questions';

/** The days that a public claim is about, and how that is known. */
export interface ClaimedDays {
  /** `refers-to`: the claim says so; `target`: the last day of the target's date; `said`: it says nothing, so the days on which it was said. */
  readonly basis: 'refers-to' | 'target' | 'said';
  /** Cut off at the end of the day asked about. */
  readonly window: Window;
}

/** What can be said of the days that a statement is about; `to-come` where all of them lie after the day asked about. */
export type ClaimedDaysFound = ClaimedDays | 'to-come' | 'no-day';

/** @param last the day asked about: what comes after it was not true yet */
export function claimedDays({ data, window: said }: FactView, last: Day): ClaimedDaysFound {
  const { refersTo, refersToEnd, targetDate, kind } = data;
  if (typeof refersTo === 'string') return cut('refers-to', spanOf(refersTo, refersToEnd), last);
  if (kind === 'target' && typeof targetDate === 'string') {
    const end = spanOf(targetDate, undefined)?.latest;
    return cut('target', end === undefined ? undefined : { earliest: end, latest: end }, last);
  }
  return cut('said', Number.isFinite(said.earliest) && Number.isFinite(said.latest) ? said : undefined, last);
}

function cut(basis: ClaimedDays['basis'], window: Window | undefined, last: Day): ClaimedDaysFound {
  if (window === undefined) return 'no-day';
  if (window.earliest > last) return 'to-come';
  return { basis, window: { earliest: window.earliest, latest: Math.min(window.latest, last) } };
}

function spanOf(from: string, to: unknown): Window | undefined {
  const first = periodWindow(from);
  const end = typeof to === 'string' ? periodWindow(to)?.latest : first?.latest;
  return first === undefined || end === undefined || end < first.earliest
    ? undefined
    : { earliest: first.earliest, latest: end };
}

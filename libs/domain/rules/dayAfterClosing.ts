import type { FactVersion } from '../facts/factVersion';
import type { Window } from '../time/window';

/** A closing names the last day of life, so it takes effect on the day after: a trust is in scope on its last day. */
export function dayAfterClosing({ type, window }: FactVersion): Window {
  return type === 'TrustClosed.v1' ? { earliest: window.earliest + 1, latest: window.latest + 1 } : window;
}

/** A fact as it takes effect: a closing on the day after, any other in its own window. */
export function fromDayAfterClosing(fact: FactVersion): readonly FactVersion[] {
  return [fact.type === 'TrustClosed.v1' ? { ...fact, window: dayAfterClosing(fact) } : fact];
}

import type { FactVersion } from './factVersion';
import { lifeCycleOrder } from './lifeCycleOrder';
import type { Window } from '../time/window';

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of facts in one trust where they take effect in these windows: latest, earliest, life cycle, sequence. */
export function compareFactsIn(a: FactVersion, aWindow: Window, b: FactVersion, bWindow: Window): number {
  return (
    compare(aWindow.latest, bWindow.latest) ||
    compare(aWindow.earliest, bWindow.earliest) ||
    lifeCycleOrder(a.type) - lifeCycleOrder(b.type) ||
    a.sequence - b.sequence
  );
}

/** The order of facts in one trust (fixed formats): latest, earliest, life cycle, sequence. No two facts are equal. */
export function compareFacts(a: FactVersion, b: FactVersion): number {
  return compareFactsIn(a, a.window, b, b.window);
}

import type { FactVersion } from './factVersion';
import { lifeCycleOrder } from './lifeCycleOrder';

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order of facts in one trust (fixed formats): latest, earliest, life cycle, sequence; a version comes before what
 * follows from it. No two are equal.
 */
export function compareFacts(a: FactVersion, b: FactVersion): number {
  return (
    compare(a.window.latest, b.window.latest) ||
    compare(a.window.earliest, b.window.earliest) ||
    lifeCycleOrder(a.type) - lifeCycleOrder(b.type) ||
    a.sequence - b.sequence ||
    compare(a.follows ?? '', b.follows ?? '')
  );
}

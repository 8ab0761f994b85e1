import type { Occurrence } from './occurrence';
import { readWindow } from './readWindow';
import type { Window } from './window';

/**
 * The days between which something happened, both ends counting (fixed formats, "When it was true").
 * Throws RangeError for an occurrence that its own schema refuses; what comes from outside goes through `dateProblem` first.
 */
export function windowOf(occurrence: Occurrence): Window {
  const reading = readWindow({ on: occurrence.occurredOn, by: occurrence.occurredBy, precision: occurrence.precision });
  if ('fault' in reading) {
    throw new RangeError(
      `occurred${reading.fault.member} does not agree with precision ${String(occurrence.precision)}`,
    );
  }
  return reading.window;
}

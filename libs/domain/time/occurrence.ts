import type { Precision } from './precision';

/**
 * When something was true, as it stands at the top of an event's data.
 * `occurredOn` is a day, month (YYYY-MM), quarter (YYYY-Qn) or year by precision; members that do not apply are absent.
 */
export interface Occurrence {
  readonly occurredOn?: string;
  readonly occurredBy?: string;
  readonly precision: Precision;
}

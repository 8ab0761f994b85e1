import type { MovementPartName } from '@milepost/domain';

/** What of a trust can differ between two moments, in the order in which it is shown. */
export const DIFFERING = [
  'scope',
  'name',
  'icb',
  'region',
  'type',
  'epr-state',
  'epr-live',
  'epr-live-or-implementing',
] as const;
export type Differing = (typeof DIFFERING)[number];

/** Why something differs: it was corrected or learned later, or it came to pass between the two days. */
export type DifferenceCause = Extract<MovementPartName, 'correction' | 'learned-later'> | 'between-days';

/** One thing about one trust that is another at the second moment. */
export interface TrustDifference {
  readonly ods: string;
  readonly name: string;
  readonly what: Differing;
  /** Level by the rule; `not-known` is one. */
  readonly before: string;
  readonly after: string;
  /** Each step of the path at which it changed, in order; one or two. */
  readonly changes: readonly {
    readonly cause: DifferenceCause;
    readonly before: string;
    readonly after: string;
    /** The entry that decided; -1 where none did. */
    readonly entry: number;
  }[];
}

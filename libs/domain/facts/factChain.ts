import type { FactType } from '../events/factSchemas';
import type { Day } from '../time/day';
import type { FactVersion } from './factVersion';

/** One link of a fact's chain: a version, or a retraction, which leaves the fact without one. */
export interface FactLink {
  readonly id: string;
  readonly sequence: number;
  readonly publicOn: Day;
  readonly kind: 'stated' | 'corrected' | 'retracted' | 'reinstated';
  /** What is true of the fact where this is the last link that a moment sees; undefined for a retraction. */
  readonly version: FactVersion | undefined;
}

/** A fact: its versions in the order recorded, and the disputes about it that are not resolved. */
export interface FactChain {
  readonly fact: string;
  readonly type: FactType;
  readonly links: readonly FactLink[];
  /** Ids of the open disputes. */
  readonly disputes: ReadonlySet<string>;
}

/** What a moment can see of a ledger. */
export interface Sight {
  /** Entries 0 to size - 1; undefined: all. */
  readonly size?: number | undefined;
  /** Versions public by this day; undefined: no limit. */
  readonly publicBy?: Day | undefined;
}

const sees = ({ size, publicBy }: Sight, { sequence, publicOn }: FactLink): boolean =>
  (size === undefined || sequence < size) && (publicBy === undefined || publicOn <= publicBy);

/** The last link that the moment can see; undefined where it sees none of the fact. */
export function lastLink(chain: FactChain, sight: Sight = {}): FactLink | undefined {
  return chain.links.findLast((link) => sees(sight, link));
}

/** The version of a fact in effect at a moment; undefined where it sees none, or sees it retracted last. */
export function effectiveVersion(chain: FactChain, sight: Sight = {}): FactVersion | undefined {
  return lastLink(chain, sight)?.version;
}

import type { FactVersion } from '@milepost/domain';

/** An entry of a fact's chain for one subject: what it puts into effect, and until which knowledge of either axis. */
export interface HistoryLink {
  readonly sequence: number;
  readonly publicOn: number;
  /** Undefined where the fact is then without a version, or of a type that no rule reads. */
  readonly version: FactVersion | undefined;
  recordedUntil: number;
  publicUntil: number;
}

/** When a link takes effect on an axis, and when it no longer is: `from` <= knowledge < `to`. */
export interface InEffect {
  from(link: HistoryLink): number;
  to(link: HistoryLink): number;
}

export const BY_RECORD: InEffect = { from: (link) => link.sequence, to: (link) => link.recordedUntil };
export const BY_PUBLIC_DAY: InEffect = { from: (link) => link.publicOn, to: (link) => link.publicUntil };

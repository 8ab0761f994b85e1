import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { FactType, FactVersion } from '@milepost/domain';
import { MARK } from '../facts/linkRow';
import type { Topic } from '../facts/topic';
import { FOR_EVER, fromColumn } from '../tables/dayColumn';
import type { Words } from '../tables/words';

/** A version, and between which knowledges of each axis it is in effect. */
export interface SubjectVersion {
  readonly version: FactVersion;
  readonly recordedUntil: number;
  readonly publicUntil: number;
}

/** Everything that rules need of one subject: versions in the order recorded, and the days on which each entry became public. */
export interface SubjectHistory {
  readonly versions: readonly SubjectVersion[];
  readonly entries: readonly { readonly sequence: number; readonly publicOn: number }[];
}

type Columns = [
  seq: number,
  fact: number,
  shows: number,
  ...rest: [type: number, earliest: number, latest: number, pub: number, data: string | null],
];

interface Chained {
  readonly version: FactVersion | undefined;
  readonly publicOn: number;
  recordedUntil: number;
  publicUntil: number;
}

/** Reads one subject's facts of a topic as they stand in the tables. */
export class Versions {
  private readonly read: StatementSyncInstance;

  constructor(
    db: DatabaseSyncInstance,
    private readonly words: Words,
  ) {
    this.read = db.prepare(
      `SELECT l.seq, l.fact, l.shows, l.type, l.d_lo, l.d_hi, l.pub, c.data
       FROM link l LEFT JOIN content c ON c.about = l.about AND c.seq = l.content
       WHERE l.about = ? AND l.topic = ? AND l.seq < ? AND l.mark <= ${MARK.reinstated} ORDER BY l.seq`,
    );
    this.read.setReturnArrays(true);
  }

  /** Only what entries before `size` said: chains end where one of them ended them. */
  of(about: number, topic: Topic, size: number): SubjectHistory {
    const chains = new Map<number, Chained[]>();
    const links: Chained[] = [];
    const entries: { sequence: number; publicOn: number }[] = [];
    for (const row of this.read.all(about, topic, size) as Columns[]) {
      const [sequence, fact, , , , , publicOn] = row;
      const link: Chained = {
        version: this.versionOf(row),
        publicOn,
        recordedUntil: FOR_EVER,
        publicUntil: FOR_EVER,
      };
      const chain = chains.get(fact) ?? [];
      for (const earlier of chain) {
        earlier.recordedUntil = Math.min(earlier.recordedUntil, sequence);
        earlier.publicUntil = Math.min(earlier.publicUntil, publicOn);
      }
      chains.set(fact, chain);
      chain.push(link);
      links.push(link);
      entries.push({ sequence, publicOn });
    }
    const versions = links.flatMap(({ version, recordedUntil, publicUntil }) =>
      version ? [{ version, recordedUntil, publicUntil }] : [],
    );
    return { versions, entries };
  }

  /** Rules never look at a fact's id, so its number stands for it. No content: no rule reads this type. */
  private versionOf([sequence, fact, shows, type, earliest, latest, publicOn, data]: Columns): FactVersion | undefined {
    if (shows === 0 || data === null) return undefined;
    return {
      sequence,
      fact: String(fact),
      type: this.words.text(type) as FactType,
      window: { earliest: fromColumn(earliest), latest: fromColumn(latest) },
      publicOn,
      data: JSON.parse(data) as Record<string, unknown>,
    };
  }
}

import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { FactType, FactVersion } from '@milepost/domain';
import { MARK } from '../facts/linkRow';
import type { Topic } from '../facts/topic';
import { FOR_EVER, fromColumn } from '../tables/dayColumn';
import type { Words } from '../tables/words';
import { lastAtOrBefore } from './lastAtOrBefore';
import type { HistoryLink } from './subjectHistory';

type Columns = [
  ...link: [seq: number, fact: number, shows: number, content: number, type: number],
  ...version: [earliest: number, latest: number, pub: number, data: string | null],
];

/** Reads what was said of one subject, as the tables of the facts view have it. */
export class Histories {
  private readonly read: StatementSyncInstance;

  constructor(
    db: DatabaseSyncInstance,
    private readonly words: Words,
  ) {
    this.read = db.prepare(
      `SELECT seq, fact, shows, content, type, d_lo, d_hi, pub, data FROM link
       WHERE about = ? AND topic = ? AND seq < ? AND mark <= ${MARK.reinstated} AND (mark > 0 OR data IS NOT NULL)
       ORDER BY seq`,
    );
    this.read.setReturnArrays(true);
  }

  /** The links of a topic in the order recorded, but for facts of types that no rule reads. Only entries before `size` are heard: chains end where one of them ended them. */
  of(about: number, topic: Topic, size: number): HistoryLink[] {
    const links: HistoryLink[] = [];
    const chains = new Map<number, HistoryLink[]>();
    for (const row of this.read.all(about, topic, size) as unknown as Columns[]) {
      const [sequence, fact, , , , , , publicOn] = row;
      const version = this.versionOf(row, links);
      const link = { sequence, publicOn, version, recordedUntil: FOR_EVER, publicUntil: FOR_EVER };
      if (fact !== sequence) {
        const chain = chains.get(fact) ?? linkAt(links, fact);
        for (const earlier of chain) {
          earlier.recordedUntil = Math.min(earlier.recordedUntil, sequence);
          earlier.publicUntil = Math.min(earlier.publicUntil, publicOn);
        }
        chain.push(link);
        chains.set(fact, chain);
      }
      links.push(link);
    }
    return links;
  }

  /** Rules never look at a fact's id, so its number stands for it. No data: no rule reads this type. */
  private versionOf(row: Columns, before: readonly HistoryLink[]): FactVersion | undefined {
    const [sequence, fact, shows, content, type, earliest, latest, publicOn, data] = row;
    if (shows === 0) return undefined;
    if (content !== sequence) {
      const restored = linkAt(before, content)[0]?.version;
      return restored && { ...restored, sequence, publicOn };
    }
    if (data === null) return undefined;
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

/** The link of that entry, alone in an array; an empty one where it is not among these. */
function linkAt(links: readonly HistoryLink[], sequence: number): HistoryLink[] {
  const link = links[lastAtOrBefore(links, sequence, (one) => one.sequence)];
  return link?.sequence === sequence ? [link] : [];
}

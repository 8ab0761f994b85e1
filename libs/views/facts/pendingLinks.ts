import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { FOR_EVER } from '../tables/dayColumn';
import { RowBuffer } from '../tables/rowBuffer';
import type { ChainLink, LinkTally, NewLink } from './linkRow';
import { MARK } from './linkRow';
import type { Topic } from './topic';

/** The columns of the table `link`, in its order; after them comes `data`. */
const COLUMN = {
  ...{ about: 0, seq: 1, fact: 2, mark: 3, shows: 4, content: 5, topic: 6, type: 7 },
  ...{
    earliest: 8,
    latest: 9,
    rank: 10,
    pub: 11,
    recordedUntil: 12,
    publicUntil: 13,
    facts: 14,
    reports: 15,
    reach: 16,
  },
} as const;

/** A fact's first version that nothing has ended, as most links are. */
const STANDING = {
  [COLUMN.mark]: MARK.stated,
  [COLUMN.shows]: 1,
  [COLUMN.recordedUntil]: FOR_EVER,
  [COLUMN.publicUntil]: FOR_EVER,
};

/** Links on their way into the table, findable by fact until they are there. Rows come in the order of the ledger. */
export class PendingLinks {
  private readonly rows: RowBuffer;
  /** Rows of what was said of a fact after its first version, in order. */
  private readonly later = new Map<number, number[]>();

  constructor(db: DatabaseSyncInstance) {
    const numbers = Object.keys(COLUMN).length;
    this.rows = new RowBuffer(db, 'link', { numbers, text: true, key: 1, usual: STANDING });
  }

  add({ about, seq, fact, mark, shows, shown, pub }: NewLink, { facts, reports, reach }: LinkTally): void {
    if (this.rows.isFull) this.flush();
    const { content, topic, type, earliest, latest, rank, data } = shown;
    // One literal: millions of rows come through here.
    // prettier-ignore
    const row = this.rows.add([
      about, seq, fact, mark, shows ? 1 : 0, content, topic, type, earliest, latest, rank, pub, FOR_EVER, FOR_EVER, facts, reports, reach,
    ], data);
    if (seq === fact) return;
    const ofFact = this.later.get(fact);
    if (ofFact) ofFact.push(row);
    else this.later.set(fact, [row]);
  }

  /** The links of a fact's chain for one subject that are not in the table, in order; each has its row. */
  chain(about: number, fact: number): ChainLink[] {
    const rows = [...this.firsts(fact), ...(this.later.get(fact) ?? [])];
    return rows
      .filter((row) => this.get(row, 'about') === about && this.get(row, 'mark') <= MARK.reinstated)
      .map((row) => this.link(row));
  }

  /** The rows of a fact's first version, one for each subject that it is about. */
  private firsts(fact: number): number[] {
    let low = 0;
    let high = this.rows.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.get(middle, 'seq') < fact) low = middle + 1;
      else high = middle;
    }
    const rows: number[] = [];
    for (; low < this.rows.count && this.get(low, 'seq') === fact; low += 1) rows.push(low);
    return rows;
  }

  /** Notes what ends a link that is not in the table yet. */
  end(row: number, seq: number, pub: number): void {
    this.rows.set(row, COLUMN.recordedUntil, Math.min(this.get(row, 'recordedUntil'), seq));
    this.rows.set(row, COLUMN.publicUntil, Math.min(this.get(row, 'publicUntil'), pub));
  }

  flush(): void {
    this.rows.flush();
    this.later.clear();
  }

  forget(): void {
    this.rows.forget();
    this.later.clear();
  }

  private link(row: number): ChainLink {
    const { seq, mark, shows, content, topic, type, earliest, latest, rank } = COLUMN;
    const at = (column: number): number => this.rows.get(row, column);
    const shown = { content: at(content), topic: at(topic) as Topic, type: at(type) };
    const when = { earliest: at(earliest), latest: at(latest), rank: at(rank), data: null };
    return { seq: at(seq), mark: at(mark), shows: at(shows) === 1, shown: { ...shown, ...when }, row };
  }

  private get(row: number, column: keyof typeof COLUMN): number {
    return this.rows.get(row, COLUMN[column]);
  }
}

import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { RowBuffer } from '../tables/rowBuffer';
import { FOR_EVER } from '../tables/dayColumn';
import type { LinkRow, Shown } from './linkRow';
import { MARK } from './linkRow';
import type { Topic } from './topic';
import { TOPIC } from './topic';

const LINK = 'seq, mark, shows, content, topic, type, d_lo, d_hi, rank';
const COLUMNS = 17;

type Columns = [number, number, number, number, number, number, number, number, number];

/** How many facts, and how many about its EPR, are in effect for a subject. */
interface Tally {
  facts: number;
  reports: number;
}

export interface NewLink {
  readonly about: number;
  readonly seq: number;
  readonly fact: number;
  readonly mark: number;
  readonly shows: boolean;
  readonly shown: Shown;
  readonly pub: number;
}

/** Writes the links of facts in the order of the ledger, each fact's earlier links ending where a later one begins. */
export class LinkTable {
  private readonly rows: RowBuffer;
  private readonly first: StatementSyncInstance;
  private readonly later: StatementSyncInstance;
  private readonly end: StatementSyncInstance;
  private readonly endFirst: StatementSyncInstance;
  private readonly endLater: StatementSyncInstance;
  private readonly lastTally: StatementSyncInstance;
  private readonly tallies = new Map<number, Tally>();
  private readonly lastOf = new Map<number, number>();

  constructor(private readonly db: DatabaseSyncInstance) {
    this.rows = new RowBuffer(db, 'link', COLUMNS);
    this.first = db.prepare(`SELECT ${LINK} FROM link WHERE about = ? AND seq = ?`);
    this.later = db.prepare(
      `SELECT ${LINK} FROM link WHERE about = ? AND fact = ? AND seq <> fact AND mark <= ${MARK.reinstated} ORDER BY seq`,
    );
    for (const statement of [this.first, this.later]) statement.setReturnArrays(true);
    this.end = db.prepare('UPDATE link SET k_end = ?3 WHERE about = ?1 AND seq = ?2');
    this.endFirst = db.prepare('UPDATE link SET p_end = min(p_end, ?3) WHERE about = ?1 AND seq = ?2');
    this.endLater = db.prepare(
      `UPDATE link SET p_end = min(p_end, ?3) WHERE about = ?1 AND fact = ?2 AND seq <> fact AND mark <= ${MARK.reinstated}`,
    );
    this.lastTally = db.prepare('SELECT facts, reports FROM link WHERE about = ? ORDER BY seq DESC LIMIT 1');
  }

  /** A fact's versions, retractions and reinstatements as they concern one subject, in order; empty: none. */
  chain(about: number, fact: number): LinkRow[] {
    this.flush();
    const first = this.first.get(about, fact) as unknown as Columns | undefined;
    const later = this.later.all(about, fact) as unknown as Columns[];
    return (first ? [first, ...later] : later).map(linkRow);
  }

  /** Adds a link that ends the fact's chain as it was for this subject. */
  replace(link: NewLink, chain: readonly LinkRow[]): void {
    const { about, fact, seq, pub } = link;
    const last = chain.at(-1);
    if (last) {
      this.end.run(about, last.seq, seq);
      this.endFirst.run(about, fact, pub);
      this.endLater.run(about, fact, pub);
    }
    const tally = this.tallyOf(about);
    if (last?.shows) count(tally, last.topic, -1);
    if (link.shows) count(tally, link.shown.topic, 1);
    this.add(link, tally);
  }

  /** Adds a mark that replaces nothing. */
  remark(link: NewLink): void {
    this.add(link, this.tallyOf(link.about));
  }

  flush(): void {
    this.rows.flush();
  }

  /** Writes what is left of a batch; which subjects' facts have changed stands with them. */
  finish(): void {
    this.flush();
    const touch = this.db.prepare('UPDATE subject SET last = ? WHERE id = ?');
    for (const [about, seq] of this.lastOf) touch.run(seq, about);
    this.lastOf.clear();
  }

  forget(): void {
    this.rows.forget();
    this.tallies.clear();
    this.lastOf.clear();
  }

  private add({ about, seq, fact, mark, shows, shown, pub }: NewLink, { facts, reports }: Tally): void {
    const { content, topic, type, earliest, latest, rank, data } = shown;
    this.rows.add(
      ...[about, seq, fact, mark, shows ? 1 : 0, content, topic, type, earliest, latest, rank],
      ...[pub, FOR_EVER, FOR_EVER, facts, reports, data],
    );
    this.lastOf.set(about, seq);
  }

  private tallyOf(about: number): Tally {
    const known = this.tallies.get(about);
    if (known) return known;
    this.flush();
    const tally = { facts: 0, reports: 0, ...(this.lastTally.get(about) as Tally | undefined) };
    this.tallies.set(about, tally);
    return tally;
  }
}

function count(tally: Tally, topic: Topic, by: number): void {
  tally.facts += by;
  if (topic === TOPIC.epr) tally.reports += by;
}

function linkRow([seq, mark, shows, content, topic, type, earliest, latest, rank]: Columns): LinkRow {
  return { seq, mark, shows: shows === 1, content, topic: topic as Topic, type, earliest, latest, rank, data: null };
}

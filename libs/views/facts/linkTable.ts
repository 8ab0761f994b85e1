import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { FIRST_DAY, LAST_DAY } from '../tables/dayColumn';
import type { ChainLink, LinkTally, NewLink, Shown } from './linkRow';
import { MARK } from './linkRow';
import { PendingLinks } from './pendingLinks';
import type { Topic } from './topic';
import { TOPIC } from './topic';

const LINK = 'seq, mark, shows, content, topic, type, d_lo, d_hi, rank';

type Columns = [
  ...link: [seq: number, mark: number, shows: number],
  ...shown: [content: number, topic: number, type: number, earliest: number, latest: number, rank: number],
];

type Tally = { -readonly [count in keyof LinkTally]: LinkTally[count] };

/** Writes the links of facts in the order of the ledger, each fact's earlier links ending where a later one begins. */
export class LinkTable {
  private readonly pending: PendingLinks;
  private readonly read: StatementSyncInstance;
  private readonly end: StatementSyncInstance;
  private readonly lastTally: StatementSyncInstance;
  private readonly tallies = new Map<number, Tally>();
  private readonly lastOf = new Map<number, number>();

  constructor(private readonly db: DatabaseSyncInstance) {
    this.pending = new PendingLinks(db);
    this.read = db.prepare(
      `SELECT ${LINK} FROM link WHERE about = ?1 AND seq = ?2 UNION ALL SELECT ${LINK} FROM link INDEXED BY link_chain
       WHERE about = ?1 AND fact = ?2 AND seq <> fact AND mark <= ${MARK.reinstated} ORDER BY seq`,
    );
    this.read.setReturnArrays(true);
    this.end = db.prepare(
      'UPDATE link SET k_end = min(k_end, ?3), p_end = min(p_end, ?4) WHERE about = ?1 AND seq = ?2',
    );
    this.lastTally = db.prepare('SELECT facts, reports, reach FROM link WHERE about = ? ORDER BY seq DESC LIMIT 1');
  }

  /** A fact's versions, retractions and reinstatements as they concern one subject, in order; empty: none. */
  chain(about: number, fact: number): ChainLink[] {
    const pending = this.pending.chain(about, fact);
    // Where the first version is still pending, all later links are.
    if (pending[0]?.seq === fact) return pending;
    const stored = this.read.all(about, fact) as unknown as Columns[];
    return [...stored.map(chainLink), ...pending];
  }

  /** Adds a link that ends the fact's chain as it was for this subject. */
  replace(link: NewLink, chain: readonly ChainLink[]): void {
    for (const earlier of chain) this.endAt(link, earlier);
    const tally = this.tallyOf(link.about);
    const last = chain.at(-1);
    if (last?.shows) count(tally, last.shown, -1);
    if (link.shows) count(tally, link.shown, 1);
    this.add(link, tally);
  }

  /** Adds a mark that replaces nothing. */
  remark(link: NewLink): void {
    this.add(link, this.tallyOf(link.about));
  }

  /** Writes what is left of a batch; which subjects' facts have changed stands with them. */
  finish(): void {
    this.pending.flush();
    const touch = this.db.prepare('UPDATE subject SET last = ? WHERE id = ?');
    for (const [about, seq] of this.lastOf) touch.run(seq, about);
    this.lastOf.clear();
  }

  forget(): void {
    this.pending.forget();
    this.tallies.clear();
    this.lastOf.clear();
  }

  private add(link: NewLink, tally: Tally): void {
    this.pending.add(link, tally);
    this.lastOf.set(link.about, link.seq);
  }

  private endAt({ about, seq, pub }: NewLink, earlier: ChainLink): void {
    if (earlier.row === undefined) this.end.run(about, earlier.seq, seq, pub);
    else this.pending.end(earlier.row, seq, pub);
  }

  private tallyOf(about: number): Tally {
    const known = this.tallies.get(about);
    if (known) return known;
    const tally = { facts: 0, reports: 0, reach: FIRST_DAY, ...(this.lastTally.get(about) as Tally | undefined) };
    this.tallies.set(about, tally);
    return tally;
  }
}

function count(tally: Tally, { topic, latest }: Shown, by: 1 | -1): void {
  tally.facts += by;
  if (topic !== TOPIC.epr) return;
  tally.reports += by;
  if (latest < LAST_DAY) tally.reach = Math.max(tally.reach, latest);
}

function chainLink([seq, mark, shows, content, topic, type, earliest, latest, rank]: Columns): ChainLink {
  const shown = { content, topic: topic as Topic, type, earliest, latest, rank, data: null };
  return { seq, mark, shows: shows === 1, shown, row: undefined };
}

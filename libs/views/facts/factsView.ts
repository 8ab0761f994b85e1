import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { CONTRACT_TYPES, levelRules, lifeCycleOrder } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import type { LedgerEntry } from '@milepost/ledger';
import type { EntrySource } from '../reading/entrySource';
import type { EndRead, Reading, RemarkRead, VersionRead } from '../reading/reading';
import type { Subject } from '../reading/subject';
import { subjectOf } from '../reading/subject';
import { toColumn } from '../tables/dayColumn';
import { RowBuffer } from '../tables/rowBuffer';
import type { Subjects } from '../tables/subjects';
import type { Words } from '../tables/words';
import type { LinkRow, Shown } from './linkRow';
import { MARK } from './linkRow';
import { LinkTable } from './linkTable';
import { namesOthers, subjectsOf } from './subjectsOf';
import { TOPIC, topicOf } from './topic';

type Data = Readonly<Record<string, unknown>>;

const READ_BY_RULES: ReadonlySet<FactType> = new Set([
  ...levelRules.flatMap(({ types }) => [...types]),
  ...CONTRACT_TYPES,
]);
const NOTHING: Shown = { content: -1, topic: TOPIC.mark, type: 0, earliest: 0, latest: 0, rank: 0 };

/** The fact that a mark is about, and all subjects that any of its versions is about. */
interface Marked {
  readonly fact: number;
  readonly abouts: readonly number[];
}

/**
 * The base of all views: every version of every fact, what ended it on both axes, and every mark, by subject.
 * It evaluates nothing, so nothing but a damaged file can stop it.
 */
export class FactsView {
  private readonly links: LinkTable;
  private readonly contents: RowBuffer;
  private readonly unread: StatementSyncInstance;
  private readonly dispute: StatementSyncInstance;
  private readonly resolution: StatementSyncInstance;
  private readonly disputed: StatementSyncInstance;

  constructor(
    db: DatabaseSyncInstance,
    private readonly words: Words,
    private readonly subjects: Subjects,
    private readonly source: Pick<EntrySource, 'entry' | 'entryById'>,
  ) {
    this.links = new LinkTable(db);
    this.contents = new RowBuffer(db, 'content', 3);
    this.unread = db.prepare('INSERT INTO unread VALUES (?, ?)');
    this.dispute = db.prepare('INSERT INTO dispute VALUES (?, ?, ?, ?)');
    this.resolution = db.prepare('INSERT INTO resolution VALUES (?, ?, ?)');
    this.disputed = db.prepare('SELECT about, fact FROM dispute WHERE seq = ?');
  }

  apply(reading: Reading): void {
    switch (reading.kind) {
      case 'no-fact':
        return;
      case 'unread':
        return this.refuse(reading.sequence, reading.reason);
      case 'stated':
        return this.state(reading);
      case 'corrected':
        return this.correct(reading);
      case 'retracted':
      case 'reinstated':
        return this.endOrRestore(reading);
      case 'disputed':
      case 'resolved':
      case 'evidence':
        return this.remark(reading);
    }
  }

  /** Writes what is left of a batch, inside its transaction. */
  finish(): void {
    this.links.finish();
    this.contents.flush();
  }

  forget(): void {
    this.links.forget();
    this.contents.forget();
  }

  private state(read: VersionRead): void {
    for (const subject of subjectsOf(read.type, read.subject, read.data)) {
      const about = this.subjects.intern(subject);
      const shown = this.shownBy(read, subject);
      const { sequence: seq, publicOn: pub } = read;
      this.links.replace({ about, seq, fact: seq, mark: MARK.stated, shows: true, shown, pub }, []);
      this.keepContent(about, shown, read);
    }
  }

  private correct(read: VersionRead): void {
    const marked = this.markedBy(read, read.fact as string);
    if (!marked || !this.isOfType(marked, read)) return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    const now = subjectsOf(read.type, read.subject, read.data);
    const shows = new Map(now.map((subject) => [this.subjects.intern(subject), this.shownBy(read, subject)]));
    for (const about of new Set([...marked.abouts, ...shows.keys()])) {
      this.link(read, 'corrected', marked.fact, about, shows.get(about));
      const shown = shows.get(about);
      if (shown) this.keepContent(about, shown, read);
    }
  }

  private endOrRestore(read: EndRead): void {
    const marked = this.markedBy(read, read.named);
    if (!marked) return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    const own = this.links.chain(marked.abouts[0] as number, marked.fact);
    const restored = own.findLast(({ shows }) => shows)?.content;
    for (const about of marked.abouts) {
      const chain = this.links.chain(about, marked.fact);
      const last = chain.findLast(({ shows }) => shows);
      const restores = read.kind === 'reinstated' && last?.content === restored;
      this.link(read, read.kind, marked.fact, about, restores ? last : undefined);
    }
  }

  private remark(read: RemarkRead): void {
    const dispute = read.kind === 'resolved' ? this.source.entryById(read.named) : undefined;
    const about = dispute && (this.disputed.get(dispute.sequence) as { about: number; fact: number } | undefined);
    const named = read.kind === 'resolved' ? about && this.source.entry(about.fact)?.id : read.named;
    const marked = named === undefined ? undefined : this.markedBy(read, named);
    if (!marked) return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    const { sequence: seq, publicOn: pub } = read;
    if (read.kind === 'disputed') this.dispute.run(seq, marked.abouts[0], marked.fact, pub);
    if (dispute) this.resolution.run(seq, dispute.sequence, pub);
    for (const about of marked.abouts) {
      const shown = { ...NOTHING, content: seq };
      this.links.remark({ about, seq, fact: marked.fact, mark: MARK[read.kind], shows: false, shown, pub });
    }
  }

  /** Ends a fact's chain for one subject, and shows what now holds of it, or that nothing does. */
  private link(
    { sequence: seq, publicOn: pub }: VersionRead | EndRead,
    kind: 'corrected' | 'retracted' | 'reinstated',
    fact: number,
    about: number,
    shows: Shown | undefined,
  ): void {
    const chain: LinkRow[] = this.links.chain(about, fact);
    const before: Shown = chain.at(-1) ?? NOTHING;
    const shown = shows ?? { ...before, content: seq };
    this.links.replace({ about, seq, fact, mark: MARK[kind], shows: shows !== undefined, shown, pub }, chain);
  }

  /** The fact of that id, where it was stated earlier in the same stream. */
  private markedBy({ sequence, subject }: VersionRead | EndRead | RemarkRead, factId: string): Marked | undefined {
    const first = this.source.entryById(factId);
    if (!first || first.sequence >= sequence || !sameSubject(subjectOf(first.stream), subject)) return undefined;
    const own = this.subjects.idOf(subject);
    const chain = own === undefined ? [] : this.links.chain(own, first.sequence);
    if (own === undefined || chain[0]?.mark !== MARK.stated) return undefined;
    const abouts = new Set([own]);
    if (namesOthers(first.type as FactType, subject)) {
      for (const { content } of chain.filter(({ shows }) => shows)) {
        for (const about of this.aboutsOf(content, first, subject)) abouts.add(about);
      }
    }
    return { fact: first.sequence, abouts: [...abouts] };
  }

  private aboutsOf(content: number, first: LedgerEntry, stream: Subject): number[] {
    const data = (this.source.entry(content)?.data ?? {}) as Data;
    return subjectsOf(first.type as FactType, stream, data).map((subject) => this.subjects.intern(subject));
  }

  private isOfType({ fact }: Marked, { type }: VersionRead): boolean {
    return this.source.entry(fact)?.type === type;
  }

  private shownBy({ type, window, subject, sequence }: VersionRead, about: Subject): Shown {
    return {
      content: sequence,
      topic: topicOf(type, subject, about),
      type: this.words.intern(type),
      earliest: toColumn(window.earliest),
      latest: toColumn(window.latest),
      rank: lifeCycleOrder(type),
    };
  }

  private keepContent(about: number, { topic, content }: Shown, { type, data }: VersionRead): void {
    if (topic > TOPIC.epr || !READ_BY_RULES.has(type)) return;
    this.contents.add(about, content, JSON.stringify(data));
  }

  private refuse(sequence: number, reason: string): void {
    this.unread.run(sequence, reason);
  }
}

const sameSubject = (a: Subject, b: Subject): boolean => a.kind === b.kind && a.id === b.id;

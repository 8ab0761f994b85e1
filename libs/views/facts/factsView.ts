import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { CONTRACT_TYPES, levelRules, lifeCycleOrder } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import type { EntrySource } from '../reading/entrySource';
import type { EndRead, Reading, RemarkRead, VersionRead } from '../reading/reading';
import type { Subject } from '../reading/subject';
import { toColumn } from '../tables/dayColumn';
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
const NOTHING: Shown = { content: -1, topic: TOPIC.mark, type: 0, earliest: 0, latest: 0, rank: 0, data: null };

/** The fact that a mark is about, and all subjects that any of its versions is about. */
interface Marked {
  readonly fact: number;
  /** Number of the type's name. */
  readonly type: number;
  readonly abouts: readonly number[];
}

/**
 * The base of all views: every version of every fact, what ended it on both axes, and every mark, by subject.
 * It evaluates nothing, so nothing but a damaged file can stop it.
 */
export class FactsView {
  private readonly links: LinkTable;
  private readonly unread: StatementSyncInstance;
  private readonly dispute: StatementSyncInstance;
  private readonly resolution: StatementSyncInstance;
  private readonly disputed: StatementSyncInstance;

  constructor(
    db: DatabaseSyncInstance,
    private readonly words: Words,
    private readonly subjects: Subjects,
    private readonly source: Pick<EntrySource, 'entry' | 'sequenceById'>,
  ) {
    this.links = new LinkTable(db);
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
  }

  forget(): void {
    this.links.forget();
  }

  private state(read: VersionRead): void {
    for (const subject of subjectsOf(read.type, read.subject, read.data)) {
      const about = this.subjects.intern(subject);
      const { sequence: seq, publicOn: pub } = read;
      const shown = this.shownBy(read, subject);
      this.links.replace({ about, seq, fact: seq, mark: MARK.stated, shows: true, shown, pub }, []);
    }
  }

  private correct(read: VersionRead): void {
    const marked = this.markedBy(read, read.fact as string);
    if (!marked || marked.type !== this.words.intern(read.type)) {
      return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    }
    const now = subjectsOf(read.type, read.subject, read.data);
    const shows = new Map(now.map((subject) => [this.subjects.intern(subject), this.shownBy(read, subject)]));
    for (const about of new Set([...marked.abouts, ...shows.keys()])) {
      this.link(read, 'corrected', marked.fact, about, shows.get(about));
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
    const dispute = read.kind === 'resolved' ? this.source.sequenceById(read.named) : undefined;
    const disputed =
      dispute === undefined ? undefined : (this.disputed.get(dispute) as { about: number; fact: number } | undefined);
    const named = read.kind === 'resolved' ? disputed && this.source.entry(disputed.fact)?.id : read.named;
    const marked = named === undefined ? undefined : this.markedBy(read, named);
    if (!marked) return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    const { sequence: seq, publicOn: pub } = read;
    if (read.kind === 'disputed') this.dispute.run(seq, marked.abouts[0], marked.fact, pub);
    if (dispute !== undefined) this.resolution.run(seq, dispute, pub);
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
    const fact = this.source.sequenceById(factId);
    const own = this.subjects.idOf(subject);
    if (fact === undefined || fact >= sequence || own === undefined) return undefined;
    const chain = this.links.chain(own, fact);
    if (chain[0]?.mark !== MARK.stated) return undefined;
    const { type } = chain[0];
    const abouts = new Set([own]);
    if (namesOthers(this.words.text(type) as FactType, subject)) {
      for (const { content } of chain.filter(({ shows }) => shows)) {
        for (const about of this.aboutsOf(content, type, subject)) abouts.add(about);
      }
    }
    return { fact, type, abouts: [...abouts] };
  }

  private aboutsOf(content: number, type: number, stream: Subject): number[] {
    const data = (this.source.entry(content)?.data ?? {}) as Data;
    const subjects = subjectsOf(this.words.text(type) as FactType, stream, data);
    return subjects.map((subject) => this.subjects.intern(subject));
  }

  private shownBy({ type, window, subject, sequence, text }: VersionRead, about: Subject): Shown {
    const topic = topicOf(type, subject, about);
    return {
      content: sequence,
      topic,
      type: this.words.intern(type),
      earliest: toColumn(window.earliest),
      latest: toColumn(window.latest),
      rank: lifeCycleOrder(type),
      data: topic <= TOPIC.epr && READ_BY_RULES.has(type) ? text : null,
    };
  }

  private refuse(sequence: number, reason: string): void {
    this.unread.run(sequence, reason);
  }
}

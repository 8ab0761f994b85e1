import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { lifeCycleOrder } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import type { EntrySource } from '../reading/entrySource';
import type { EndRead, Reading, RemarkRead, VersionRead } from '../reading/reading';
import type { Subject } from '../reading/subject';
import { namesOthers, trustsNamed } from '../reading/trustsNamed';
import { toColumn } from '../tables/dayColumn';
import type { Subjects } from '../tables/subjects';
import type { Words } from '../tables/words';
import type { ChainLink, Shown } from './linkRow';
import { MARK } from './linkRow';
import { LinkTable } from './linkTable';
import { READ_BY_QUESTIONS } from '../reading/readByQuestions';
import { TOPIC, topicOf } from './topic';

type Data = Readonly<Record<string, unknown>>;

const NOTHING: Shown = { content: -1, topic: TOPIC.mark, type: 0, earliest: 0, latest: 0, rank: 0, data: null };

/** Everything that a version is about: the subject of its stream first. */
function subjectsOf(stream: Subject, others: readonly string[]): readonly Subject[] {
  return others.length === 0 ? [stream] : [stream, ...others.map((id) => ({ kind: 'trust', id }))];
}

/** The fact that a mark is about, and all subjects that any of its versions is about. */
interface Marked {
  readonly fact: number;
  /** Number of the type's name. */
  readonly type: number;
  readonly abouts: readonly number[];
  /** The chain as it concerns the subject of the fact's stream, which is the first of these. */
  readonly chain: readonly ChainLink[];
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
    private readonly source: Pick<EntrySource, 'entry'>,
  ) {
    this.links = new LinkTable(db);
    this.unread = db.prepare('INSERT INTO unread VALUES (?, ?)');
    this.dispute = db.prepare('INSERT INTO dispute VALUES (?, ?, ?, ?)');
    this.resolution = db.prepare('INSERT INTO resolution VALUES (?, ?, ?)');
    this.disputed = db.prepare('SELECT fact FROM dispute WHERE seq = ?');
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
    for (const subject of subjectsOf(read.subject, read.others)) {
      const about = this.subjects.intern(subject);
      const { sequence: seq, publicOn: pub } = read;
      const shown = this.shownBy(read, subject);
      this.links.replace({ about, seq, fact: seq, mark: MARK.stated, shows: true, shown, pub }, []);
    }
  }

  private correct(read: VersionRead): void {
    const marked = this.markedBy(read, read.fact);
    if (!marked || marked.type !== this.words.intern(read.type)) {
      return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    }
    const now = subjectsOf(read.subject, read.others);
    const shows = new Map(now.map((subject) => [this.subjects.intern(subject), this.shownBy(read, subject)]));
    for (const about of new Set([...marked.abouts, ...shows.keys()])) {
      this.link(read, 'corrected', marked, about, shows.get(about));
    }
  }

  private endOrRestore(read: EndRead): void {
    const marked = this.markedBy(read, read.named);
    if (!marked) return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    const restored = marked.chain.findLast(({ shows }) => shows)?.shown.content;
    for (const about of marked.abouts) {
      const last = this.chainOf(marked, about).findLast(({ shows }) => shows)?.shown;
      const restores = read.kind === 'reinstated' && last?.content === restored;
      this.link(read, read.kind, marked, about, restores ? last : undefined);
    }
  }

  private chainOf({ fact, abouts, chain }: Marked, about: number): readonly ChainLink[] {
    return about === abouts[0] ? chain : this.links.chain(about, fact);
  }

  private remark(read: RemarkRead): void {
    const { named } = read;
    const marked = this.markedBy(read, read.kind === 'resolved' ? this.factDisputedBy(named) : named);
    if (!marked) return this.refuse(read.sequence, 'not-about-a-fact-of-its-stream');
    const { sequence: seq, publicOn: pub } = read;
    if (read.kind === 'disputed') this.dispute.run(seq, marked.abouts[0], marked.fact, pub);
    if (read.kind === 'resolved') this.resolution.run(seq, named, pub);
    for (const about of marked.abouts) {
      const shown = { ...NOTHING, content: seq };
      this.links.remark({ about, seq, fact: marked.fact, mark: MARK[read.kind], shows: false, shown, pub });
    }
  }

  private factDisputedBy(dispute: number | undefined): number | undefined {
    if (dispute === undefined) return undefined;
    return (this.disputed.get(dispute) as { fact: number } | undefined)?.fact;
  }

  /** Ends a fact's chain for one subject, and shows what now holds of it, or that nothing does. */
  private link(
    { sequence: seq, publicOn: pub }: VersionRead | EndRead,
    kind: 'corrected' | 'retracted' | 'reinstated',
    marked: Marked,
    about: number,
    shows: Shown | undefined,
  ): void {
    const { fact } = marked;
    const chain = this.chainOf(marked, about);
    const before = chain.at(-1)?.shown ?? NOTHING;
    const shown = kind === 'corrected' && shows ? shows : { ...(shows ?? { ...before, content: seq }), data: null };
    this.links.replace({ about, seq, fact, mark: MARK[kind], shows: shows !== undefined, shown, pub }, chain);
  }

  /** The fact that an entry stated, where that was earlier and in the same stream. */
  private markedBy(
    { sequence, subject }: VersionRead | EndRead | RemarkRead,
    fact: number | undefined,
  ): Marked | undefined {
    const own = this.subjects.idOf(subject);
    if (fact === undefined || fact >= sequence || own === undefined) return undefined;
    const chain = this.links.chain(own, fact);
    if (chain[0]?.mark !== MARK.stated) return undefined;
    const { type } = chain[0].shown;
    const abouts = new Set([own]);
    if (namesOthers(this.words.text(type) as FactType, subject)) {
      for (const { shown } of chain.filter(({ shows }) => shows)) {
        for (const about of this.aboutsOf(shown.content, type, subject)) abouts.add(about);
      }
    }
    return { fact, type, chain, abouts: [...abouts] };
  }

  private aboutsOf(content: number, type: number, stream: Subject): number[] {
    const data = (this.source.entry(content)?.data ?? {}) as Data;
    const others = trustsNamed(this.words.text(type) as FactType, stream, data);
    return subjectsOf(stream, others).map((subject) => this.subjects.intern(subject));
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
      data: topic <= TOPIC.epr || READ_BY_QUESTIONS.has(type) ? text : null,
    };
  }

  private refuse(sequence: number, reason: string): void {
    this.unread.run(sequence, reason);
  }
}

import type { FactType, FamilyFact } from '@milepost/domain';
import { effectiveAt } from '../reader/effectiveLinks';
import { completeData, entryAt } from '../reader/factViews';
import type { OpenFile } from '../reader/openFile';
import type { Sight } from '../reader/sight';
import type { EntrySource } from '../reading/entrySource';
import { subjectOf } from '../reading/subject';
import { fromColumn, LAST_DAY } from '../tables/dayColumn';

type Row = [
  ...version: [seq: number, fact: number, content: number, type: number],
  ...times: [earliest: number, latest: number, pub: number],
];

/** What an entry says, and about whom it was written: the same for ever, so that it is read once for many questions. */
export interface EntryText {
  readonly data: Readonly<Record<string, unknown>>;
  readonly subject: string;
}

/** So many are kept; a record of one programme's assessments and milestones is smaller. */
const MOST_KEPT = 5_000;

/** Texts of the ledger's entries, kept from question to question. */
export class EntryTexts {
  private readonly kept = new Map<number, EntryText>();

  constructor(private readonly ledger: EntrySource) {}

  of(sequence: number): EntryText {
    const known = this.kept.get(sequence);
    if (known) return known;
    const entry = entryAt(this.ledger, sequence);
    const text = { data: completeData(entry), subject: subjectOf(entry.stream).id };
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(sequence, text);
    return text;
  }
}

/** A fact, and the subject under which its entry is found. */
export interface FamilyMemberFact extends FamilyFact {
  readonly about: number;
}

const SUCCEEDED = 'TrustSucceeded.v1';

/**
 * The facts that a rule looks at, as in effect at a moment: of a trust and, where the rule asks who came before, of those
 * that it succeeded and of those before them. Bounded by what is recorded of these trusts.
 */
export class FamilyFacts {
  private readonly known = new Map<number, readonly FamilyMemberFact[]>();
  private readonly types: ReadonlySet<number>;

  constructor(
    private readonly file: OpenFile,
    private readonly texts: EntryTexts,
    private readonly sight: Sight,
    types: ReadonlySet<FactType>,
  ) {
    this.types = new Set([...types].flatMap((type) => file.words.idOf(type) ?? []));
  }

  of(about: number, ods: string): FamilyMemberFact[] {
    const family = new Map<string, readonly FamilyMemberFact[]>();
    const gather = (member: number, code: string): void => {
      const facts = this.ownFacts(member, code);
      family.set(
        code,
        facts.filter(({ type, trust }) => type !== SUCCEEDED || trust !== code),
      );
      for (const { type, trust } of facts) {
        const before = type === SUCCEEDED ? this.file.subjects.idOf({ kind: 'trust', id: trust }) : undefined;
        if (before !== undefined && !family.has(trust)) gather(before, trust);
      }
    };
    gather(about, ods);
    return [...family.values()].flat();
  }

  /** Facts about one trust; a succession stands with the predecessor, also where it is found with a successor. */
  private ownFacts(about: number, ods: string): readonly FamilyMemberFact[] {
    const known = this.known.get(about);
    if (known) return known;
    const effective = effectiveAt(this.sight);
    const rows = this.file.rows<Row>(
      `SELECT l.seq, l.fact, l.content, l.type, l.d_lo, l.d_hi, l.pub FROM link l
       WHERE l.about = ?1 AND l.d_lo <= ?2 AND ${effective.sql} ORDER BY l.seq`,
      about,
      // Of any day: what is dated ahead may be open already.
      LAST_DAY,
      ...effective.values,
    );
    const facts = rows.filter(([, , , type]) => this.types.has(type)).map((row) => this.fact(row, about, ods));
    this.known.set(about, facts);
    return facts;
  }

  private fact(
    [sequence, fact, content, word, earliest, latest, publicOn]: Row,
    about: number,
    ods: string,
  ): FamilyMemberFact {
    const { data, subject } = this.texts.of(content);
    const type = this.file.words.text(word) as FactType;
    return {
      sequence,
      fact: String(fact),
      type,
      window: { earliest: fromColumn(earliest), latest: fromColumn(latest) },
      publicOn,
      data,
      trust: type === SUCCEEDED ? subject : ods,
      about,
    };
  }
}

import type { FactType, MovementClues, Turn, Verdict } from '@milepost/domain';
import { effectsOf } from '@milepost/domain';
import { MARK } from '../facts/linkRow';
import { TOPIC } from '../facts/topic';
import type { Topic } from '../facts/topic';
import type { GroupBy } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import type { AskedRule } from './asked';
import { GROUPS, SCOPE } from './asked';
import { effectiveAt } from './effectiveLinks';
import { completeData, entryAt } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { versionAt } from './versionAt';

/** Two moments that a movement leads between, as the tables are asked for them. */
export interface Ends {
  readonly from: Sight;
  readonly to: Sight;
}

type LinkRow = [type: number, mark: number, pub: number];
const LINK = 'SELECT type, mark, pub FROM link WHERE about = ? AND seq = ?';

const seenBy = (size: string, publicBy: string): string =>
  `(l.seq < ${size} AND (${publicBy} IS NULL OR l.pub <= ${publicBy}))`;
/** Of ?1 subject and ?2 topic, from entry ?7 on: seen by exactly one of two moments, sizes ?3 and ?4, public days ?5 and ?6. */
const between = (which: string): string =>
  `SELECT l.seq FROM link l WHERE l.about = ?1 AND l.topic = ?2 AND ${which} AND l.seq < max(?3, ?4)
   AND l.seq >= ?7 AND ${seenBy('?3', '?5')} <> ${seenBy('?4', '?6')}
   ORDER BY l.seq DESC LIMIT 1`;
/** The last correction, retraction or reinstatement, and the last fact. Most entries are the first of their fact; the others have an index of their own. */
export const LAST_CORRECTION = between(
  `l.seq <> l.fact AND l.mark BETWEEN ${MARK.corrected} AND ${MARK.reinstated}`,
).replace('FROM link l', 'FROM link l INDEXED BY link_later');
export const LAST_STATED = between(`l.mark = ${MARK.stated}`);

/** What a movement asks of a views file, a few seeks for each trust that moves. */
export class LinkClues implements MovementClues<number> {
  constructor(
    private readonly file: OpenFile,
    private readonly ledger: EntrySource,
    private readonly ends: Ends,
    private readonly metric: AskedRule,
    private readonly by: GroupBy | undefined,
    private readonly codes: ReadonlyMap<number, string>,
  ) {}

  /**
   * The deciding entry that only one of the two moments sees tells: a correction or reinstatement, or a fact first stated.
   * Where both see both deciding entries, something was taken away or moved in time: the last correction, retraction or
   * reinstatement in between where there is one, else the last fact.
   */
  learned(about: number, { what, before, after }: Turn): { readonly corrected: boolean; readonly entry: number } {
    for (const entry of [after.why, before.why]) {
      const link = this.link(about, entry);
      if (link === undefined || this.bothSee(entry, link)) continue;
      return { corrected: link[1] === MARK.corrected || link[1] === MARK.reinstated, entry };
    }
    const topic = this.topicOf(what);
    const correction = this.last(LAST_CORRECTION, about, topic);
    if (correction !== undefined) return { corrected: true, entry: correction };
    return { corrected: false, entry: this.last(LAST_STATED, about, topic) ?? after.why };
  }

  closed(about: number, { why }: Verdict): 'closed' | 'merged' | undefined {
    if (this.typeOf(about, why) !== 'TrustClosed.v1') return undefined;
    return this.hasSuccessor(about) ? 'merged' : 'closed';
  }

  /** A succession stands with both trusts; what a predecessor brings has no link to the successor. */
  inherited(about: number, { why }: Verdict): boolean {
    return why >= 0 && [undefined, 'TrustSucceeded.v1'].includes(this.typeOf(about, why));
  }

  /** A planned day passes too, but only an assessment runs out. */
  lapsed(about: number, { why }: Verdict): boolean {
    const { rule } = this.metric;
    if (!rule.effects || this.typeOf(about, why) !== 'CapabilityAssessed.v1') return false;
    const fact = versionAt(this.file, about, why);
    const day = Math.max(this.ends.from.day, this.ends.to.day);
    return (
      fact !== undefined &&
      effectsOf(rule, fact).some(({ follows, window }) => follows !== undefined && window.earliest <= day)
    );
  }

  private hasSuccessor(about: number): boolean {
    const effective = effectiveAt(this.ends.to);
    const rows = this.file.rows<[seq: number, content: number]>(
      `SELECT l.seq, l.content FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.other} AND l.type = ?2 AND ${effective.sql}`,
      about,
      this.file.words.idOf('TrustSucceeded.v1') ?? -1,
      ...effective.values,
    );
    return rows.some(
      ([seq, content]) =>
        entryAt(this.ledger, seq).stream.endsWith(`.trust-${this.codes.get(about)}`) &&
        completeData(entryAt(this.ledger, content))['how'] !== 'split',
    );
  }

  private topicOf(what: Turn['what']): Topic {
    if (what === 'verdict') return this.metric.topic;
    return what === 'scope' || this.by === undefined ? SCOPE.topic : GROUPS[this.by].topic;
  }

  private link(about: number, entry: number): LinkRow | undefined {
    return entry < 0 ? undefined : this.file.row<LinkRow>(LINK, about, entry);
  }

  private typeOf(about: number, entry: number): FactType | undefined {
    const link = this.link(about, entry);
    return link && (this.file.words.text(link[0]) as FactType);
  }

  private bothSee(entry: number, [, , pub]: LinkRow): boolean {
    return [this.ends.from, this.ends.to].every(
      ({ size, publicBy }) => entry < size && (publicBy === undefined || pub <= publicBy),
    );
  }

  private last(sql: string, about: number, topic: Topic): number | undefined {
    const { from, to } = this.ends;
    return this.file.row<[number]>(
      sql,
      about,
      topic,
      from.size,
      to.size,
      from.publicBy ?? null,
      to.publicBy ?? null,
      // Without a public day both see everything before the smaller size.
      from.publicBy === undefined && to.publicBy === undefined ? Math.min(from.size, to.size) : 0,
    )?.[0];
  }
}

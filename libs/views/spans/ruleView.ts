import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Words } from '../tables/words';
import { AXIS } from './axis';
import { Histories } from './histories';
import type { LaneRules } from './lane';
import type { RuleViewDefinition } from './ruleViewDefinition';
import type { Standing } from './spanTable';
import { SpanTable } from './spanTable';
import { spansFrom, versionsIn } from './spansFrom';
import type { SubjectSpans } from './subjectSpans';
import { subjectSpans } from './subjectSpans';
import type { HistoryLink, InEffect } from './subjectHistory';
import { BY_PUBLIC_DAY, BY_RECORD } from './subjectHistory';

/**
 * Keeps the spans of a view's rules, subject by subject, from what the facts view has written. Applying a run of entries
 * takes up each subject where it stands, on the recorded axis at the first of them, on the public axis at the earliest
 * day on which one of them became public: what was known later is taken back and evaluated again.
 */
export class RuleView {
  private readonly histories: Histories;
  private readonly spans: SpanTable;

  constructor(
    db: DatabaseSyncInstance,
    words: Words,
    readonly definition: RuleViewDefinition,
  ) {
    this.histories = new Histories(db, words);
    this.spans = new SpanTable(db, words);
  }

  /** Applies the entries `from` to `to` - 1 to these subjects. Throws CannotApply; the caller takes everything back. */
  apply(subjects: Iterable<number>, from: number, to: number): void {
    for (const about of subjects) {
      const links = this.histories.of(about, this.definition.topic, to);
      const added = links.filter(({ sequence }) => sequence >= from);
      if (added.length === 0) continue;
      const lanes = this.definition.lanes(versionsIn(links));
      this.follow(lanes, links, BY_RECORD, from, (rule) => this.spans.resume({ rule, axis: AXIS.recorded, about }));
      const day = Math.min(...added.map(({ publicOn }) => publicOn));
      this.follow(lanes, links, BY_PUBLIC_DAY, day, (rule) =>
        this.spans.rewind({ rule, axis: AXIS.public, about }, day),
      );
    }
    this.spans.finish();
  }

  /** Evaluates and writes all that is to be said of a subject of which nothing is written. Throws CannotApply. */
  evaluate(about: number, size: number): void {
    this.put(about, subjectSpans(this.histories, this.definition, about, size));
  }

  /** Writes what was evaluated of a subject of which nothing is written. */
  put(about: number, evaluated: readonly SubjectSpans[]): void {
    for (const { rule, axis, ...spans } of evaluated)
      this.spans.write({ key: { rule, axis, about }, stored: false }, spans);
  }

  /** Writes what is left of a batch, inside its transaction. */
  finish(): void {
    this.spans.finish();
  }

  forget(): void {
    this.spans.forget();
  }

  /** Takes each lane from where it stands over the changes from some knowledge on; one that is new over all of them. */
  private follow(
    lanes: readonly LaneRules[],
    links: readonly HistoryLink[],
    axis: InEffect,
    knowledge: number,
    standingOf: (rule: string) => Standing,
  ): void {
    const standing = new Map(lanes.flatMap(({ rules }) => rules.map(({ id }) => [id, standingOf(id)])));
    const isNew = ({ rules }: LaneRules): boolean => rules.some(({ id }) => standing.get(id)?.open === undefined);
    for (const [some, from] of [
      [lanes.filter(isNew), -Infinity],
      [lanes.filter((lane) => !isNew(lane)), knowledge],
    ] as const) {
      if (some.length === 0) continue;
      for (const one of spansFrom(some, links, axis, from, (rule) => standing.get(rule)?.open)) {
        this.spans.write(standing.get(one.rule.id) as Standing, one);
      }
    }
  }
}

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { FactVersion } from '@milepost/domain';
import type { Topic } from '../facts/topic';
import type { Words } from '../tables/words';
import { AXIS } from './axis';
import type { VersionInEffect } from './changesOf';
import { changesFrom, inEffectBefore } from './changesOf';
import type { LaneRules, LaneSpans } from './lane';
import { Lane } from './lane';
import type { OpenSpan } from './span';
import type { Standing } from './spanTable';
import { SpanTable } from './spanTable';
import { Versions } from './versions';

/** A view whose rows are the spans of rules over the facts of one topic. */
export interface RuleViewDefinition {
  readonly name: string;
  readonly version: string;
  readonly topic: Topic;
  /** The lanes of a subject about which these versions were ever stated. */
  lanes(versions: readonly FactVersion[]): readonly LaneRules[];
}

/**
 * Keeps the spans of a view's rules, subject by subject, from what the facts view has written. Applying a run of entries
 * takes up each subject where it stands, on the recorded axis at the first of them, on the public axis at the earliest
 * day on which one of them became public: what was known later is taken back and evaluated again.
 */
export class RuleView {
  private readonly versions: Versions;
  private readonly spans: SpanTable;

  constructor(
    db: DatabaseSyncInstance,
    words: Words,
    readonly definition: RuleViewDefinition,
  ) {
    this.versions = new Versions(db, words);
    this.spans = new SpanTable(db, words);
  }

  /** Applies the entries `from` to `to` - 1 to these subjects. Throws CannotApply; the caller takes everything back. */
  apply(subjects: Iterable<number>, from: number, to: number): void {
    for (const about of subjects) {
      const { versions, entries } = this.versions.of(about, this.definition.topic, to);
      const added = entries.filter(({ sequence }) => sequence >= from);
      if (added.length === 0) continue;
      const lanes = this.definition.lanes(versions.map(({ version }) => version));
      const recorded = versions.map(({ version, recordedUntil }) => ({
        version,
        from: version.sequence,
        to: recordedUntil,
      }));
      this.follow(lanes, recorded, from, (rule) => this.spans.resume({ rule, axis: AXIS.recorded, about }));
      const publicly = versions.map(({ version, publicUntil }) => ({
        version,
        from: version.publicOn,
        to: publicUntil,
      }));
      const day = Math.min(...added.map(({ publicOn }) => publicOn));
      this.follow(lanes, publicly, day, (rule) => this.spans.rewind({ rule, axis: AXIS.public, about }, day));
    }
    this.spans.finish();
  }

  forget(): void {
    this.spans.forget();
  }

  /** Takes each lane from where it stands over the changes from some knowledge on; one that is new over all of them. */
  private follow(
    lanes: readonly LaneRules[],
    versions: readonly VersionInEffect[],
    knowledge: number,
    standingOf: (rule: string) => Standing,
  ): void {
    for (const lane of lanes) {
      const standing = new Map(lane.rules.map(({ id }) => [id, standingOf(id)]));
      const isNew = [...standing.values()].some(({ open }) => open === undefined);
      const concerned = versions.filter(({ version }) => lane.concerns(version));
      const spans = replayed(lane, concerned, isNew ? -Infinity : knowledge, (rule) => standing.get(rule)?.open);
      for (const one of spans) this.spans.write(standing.get(one.rule.id) as Standing, one);
    }
  }
}

/** What a lane's rules say when all changes from some knowledge on are applied to what they said before. */
function replayed(
  rules: LaneRules,
  versions: readonly VersionInEffect[],
  from: number,
  openOf: (rule: string) => OpenSpan[] | undefined,
): readonly LaneSpans[] {
  const lane = new Lane(rules, inEffectBefore(versions, from), openOf);
  for (const change of changesFrom(versions, from)) lane.apply(change);
  return lane.spans;
}

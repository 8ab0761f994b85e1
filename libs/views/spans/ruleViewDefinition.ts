import type { FactVersion } from '@milepost/domain';
import type { Topic } from '../facts/topic';
import type { LaneRules } from './lane';

/** A view whose rows are the spans of rules over the facts of one topic. */
export interface RuleViewDefinition {
  readonly name: string;
  readonly version: string;
  readonly topic: Topic;
  /** The lanes of a subject about which these versions were ever stated. */
  lanes(versions: readonly FactVersion[]): readonly LaneRules[];
}

import type { FactVersion } from '@milepost/domain';
import { changesFrom, inEffectBefore } from './changesFrom';
import type { LaneRules, LaneSpans } from './lane';
import { Lane } from './lane';
import type { OpenSpan } from './span';
import type { HistoryLink, InEffect } from './subjectHistory';

/** Takes lanes from where they stand before some knowledge over all changes from then on. Throws CannotApply. */
export function spansFrom(
  lanes: readonly LaneRules[],
  links: readonly HistoryLink[],
  axis: InEffect,
  knowledge: number,
  openOf: (ruleId: string) => OpenSpan[] | undefined,
): LaneSpans[] {
  const before = inEffectBefore(links, axis, knowledge);
  const followed = lanes.map((lane) => new Lane(lane, before, openOf));
  for (const change of changesFrom(links, axis, knowledge)) for (const lane of followed) lane.apply(change);
  return followed.flatMap(({ spans }) => spans);
}

/** All versions that links put into effect. */
export function versionsIn(links: readonly HistoryLink[]): FactVersion[] {
  return links.flatMap(({ version }) => version ?? []);
}

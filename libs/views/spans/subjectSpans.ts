import { AXIS } from './axis';
import type { Axis } from './axis';
import type { Histories } from './histories';
import type { LaneSpans } from './lane';
import type { RuleViewDefinition } from './ruleViewDefinition';
import { spansFrom, versionsIn } from './spansFrom';
import { BY_PUBLIC_DAY, BY_RECORD } from './subjectHistory';

/** What one rule says of a subject on one axis from beginning to end. It can be handed from thread to thread. */
export interface SubjectSpans extends Pick<LaneSpans, 'open' | 'closed'> {
  readonly rule: string;
  readonly axis: Axis;
}

/** Everything that a view says of a subject by the entries before `size`, from nothing. Throws CannotApply. */
export function subjectSpans(
  histories: Histories,
  view: RuleViewDefinition,
  about: number,
  size: number,
): SubjectSpans[] {
  const links = histories.of(about, view.topic, size);
  if (links.length === 0) return [];
  const lanes = view.lanes(versionsIn(links));
  const on = (axis: Axis): SubjectSpans[] =>
    spansFrom(lanes, links, axis === AXIS.recorded ? BY_RECORD : BY_PUBLIC_DAY, -Infinity, () => undefined).map(
      ({ rule, open, closed }) => ({ rule: rule.id, axis, open, closed }),
    );
  return [...on(AXIS.recorded), ...on(AXIS.public)];
}

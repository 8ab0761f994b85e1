import type { FactVersion } from '../facts/factVersion';
import { sameJson } from '../facts/sameJson';
import type { Day } from '../time/day';
import { TARGET_MEMBERS, targetSaid } from './targetSaid';
import type { TargetMemberName, TargetValues } from './targetSaid';

/** One member of a target on a day. */
export interface TargetMember<T> {
  /** Undefined where nothing said it, or it is not known on this day. */
  readonly value: T | undefined;
  /** Entry that decided; -1 where nothing said it. */
  readonly why: number;
  /** The day lies in the period of a change that may have been announced by then, so that it is not known. */
  readonly open: boolean;
}

export type TargetState = { readonly [Name in TargetMemberName]: TargetMember<TargetValues[Name]> };

/** Whether a target stood on a day: `not-known` where the day lies in the period of its setting or withdrawal. */
export type TargetStatus = 'in-force' | 'withdrawn' | 'not-known';

/**
 * A target on a day: what was certainly announced by then, member by member. Where a change may or may not have been announced by
 * the end of the day, what it would change is not known.
 * @param facts of one target, in effect, in the order of facts
 */
export function targetOn(facts: readonly FactVersion[], day: Day): TargetState {
  return Object.fromEntries(TARGET_MEMBERS.map((name) => [name, memberOn(facts, day, name)])) as unknown as TargetState;
}

export function targetStatus({ withdrawn: { value, open } }: TargetState): TargetStatus {
  if (open || value === undefined) return 'not-known';
  return value ? 'withdrawn' : 'in-force';
}

function memberOn(facts: readonly FactVersion[], day: Day, name: TargetMemberName): TargetMember<unknown> {
  let member: TargetMember<unknown> = { value: undefined, why: -1, open: false };
  for (const fact of facts) {
    const said = targetSaid(fact)[name];
    if (said === undefined || fact.window.earliest > day || sameJson(said, member.value)) continue;
    if (fact.window.latest > day) return { value: undefined, why: fact.sequence, open: true };
    member = { value: said, why: fact.sequence, open: false };
  }
  return member;
}

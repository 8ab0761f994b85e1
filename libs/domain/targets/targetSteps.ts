import type { FactVersion } from '../facts/factVersion';
import { sameJson } from '../facts/sameJson';
import { TARGET_MEMBERS, targetSaid } from './targetSaid';
import type { TargetMemberName, TargetValues } from './targetSaid';
import { EXTENSION_TYPES } from './targetTypes';

/** What of a target moved from what to what; `from` undefined: nothing was said of it before. */
export type TargetMove = {
  readonly [Name in TargetMemberName]: {
    readonly member: Name;
    readonly from: TargetValues[Name] | undefined;
    readonly to: TargetValues[Name];
  };
}[TargetMemberName];

/** One change of a target, or its setting. */
export interface TargetStep<F extends FactVersion = FactVersion> {
  readonly fact: F;
  readonly moved: readonly TargetMove[];
  /** Whether the fact says in so many words that the date was moved, and it is later than the one before. */
  readonly extension: boolean;
}

/**
 * A target's changes in the order of facts, each with what it moved.
 * @param facts of one target, in effect, in the order of facts
 */
export function targetSteps<F extends FactVersion>(facts: readonly F[]): readonly TargetStep<F>[] {
  const values: { [Name in TargetMemberName]?: TargetValues[Name] } = {};
  return facts.map((fact) => {
    const said = targetSaid(fact);
    const moved = TARGET_MEMBERS.flatMap((member) => {
      const [from, to] = [values[member], said[member]];
      return to === undefined || sameJson(from, to) ? [] : [{ member, from, to } as TargetMove];
    });
    for (const { member, to } of moved) Object.assign(values, { [member]: to });
    return { fact, moved, extension: EXTENSION_TYPES.has(fact.type) && moved.some(isLater) };
  });
}

/** Whether a date was moved to a later one. One that is named for the first time was not moved. */
export function isLater(moved: TargetMove): boolean {
  return moved.member === 'deadline' && moved.from !== undefined && moved.to.window.latest > moved.from.window.latest;
}

/** The move of the date in a change; undefined where it moved none. */
export function moveOfDate({ moved }: TargetStep): Extract<TargetMove, { readonly member: 'deadline' }> | undefined {
  return moved.find((one) => one.member === 'deadline');
}

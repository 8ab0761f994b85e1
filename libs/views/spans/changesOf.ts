import type { FactVersion } from '@milepost/domain';
import type { Change } from './lane';

/** A version, and the knowledge from which on it is in effect and before which it no longer is: `from` <= knowledge < `to`. */
export interface VersionInEffect {
  readonly version: FactVersion;
  readonly from: number;
  readonly to: number;
}

/** What is in effect just before some knowledge. */
export function inEffectBefore(versions: readonly VersionInEffect[], knowledge: number): FactVersion[] {
  return versions.filter(({ from, to }) => from < knowledge && knowledge <= to).map(({ version }) => version);
}

/**
 * The changes from some knowledge on, one for each knowledge at which something changed, in order. Versions that replace
 * one another at the same knowledge leave no trace: what holds of a day is what holds at its end.
 */
export function changesFrom(versions: readonly VersionInEffect[], knowledge: number): Change[] {
  const changes = new Map<number, { knowledge: number; removed: FactVersion[]; added: FactVersion[] }>();
  const at = (k: number) => {
    const change = changes.get(k) ?? { knowledge: k, removed: [], added: [] };
    changes.set(k, change);
    return change;
  };
  for (const { version, from, to } of versions) {
    if (from >= to) continue;
    if (from >= knowledge) at(from).added.push(version);
    if (to >= knowledge && to < Number.MAX_SAFE_INTEGER) at(to).removed.push(version);
  }
  return [...changes.values()].sort((a, b) => a.knowledge - b.knowledge);
}

import type { FactVersion } from '@milepost/domain';
import { FOR_EVER } from '../tables/dayColumn';
import type { Change } from './lane';
import type { HistoryLink, InEffect } from './subjectHistory';

/** The versions in effect just before some knowledge. */
export function inEffectBefore(links: readonly HistoryLink[], axis: InEffect, knowledge: number): FactVersion[] {
  const versions: FactVersion[] = [];
  for (const link of links) {
    if (link.version && axis.from(link) < knowledge && knowledge <= axis.to(link)) versions.push(link.version);
  }
  return versions;
}

/**
 * The changes from some knowledge on, one for each knowledge at which something changed, in order. Versions that replace
 * one another at the same knowledge leave no trace: what holds of a day is what holds at its end.
 */
export function changesFrom(links: readonly HistoryLink[], axis: InEffect, knowledge: number): Change[] {
  const changes = new Map<number, { knowledge: number; removed: FactVersion[]; added: FactVersion[] }>();
  const at = (k: number) => {
    let change = changes.get(k);
    if (!change) changes.set(k, (change = { knowledge: k, removed: [], added: [] }));
    return change;
  };
  for (const link of links) {
    const { version } = link;
    const from = axis.from(link);
    const to = axis.to(link);
    if (!version || from >= to) continue;
    if (from >= knowledge) at(from).added.push(version);
    if (to >= knowledge && to < FOR_EVER) at(to).removed.push(version);
  }
  return [...changes.values()].sort((a, b) => a.knowledge - b.knowledge);
}

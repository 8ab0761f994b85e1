import { lastLink } from '@milepost/domain';
import { inOrder } from '../plan/inOrder';
import type { Plan } from '../plan/plan';
import type { ImportNote } from './importReport';
import { importedKey } from './importedKey';
import type { StreamState } from './streamState';

/**
 * What an earlier import of the data set recorded and these files no longer say. It is told and nothing is done: a row that is gone
 * is not a row that was wrong.
 */
export function goneNotes(plan: Plan, states: ReadonlyMap<string, StreamState>): ImportNote[] {
  const { dataSet, files, partOf, speaksOf } = plan;
  if (files.some(({ unread }) => unread !== undefined)) {
    return [{ file: dataSet, reason: 'A file was not read, so it is not known which rows are gone.' }];
  }
  const events = inOrder(plan).map(({ event }) => event);
  const planned = new Set(events.map(({ subject, key, type }) => `${subject} ${importedKey(dataSet, key, type)}`));
  const refused = new Set(files.flatMap(({ refusedKeys }) => refusedKeys));
  const parts = new Set([...events.map(({ key }) => partOf(key)), ...[...refused].map(partOf)]);
  const gone = (subject: string, { imported, chains }: StreamState): ImportNote[] =>
    [...imported]
      .filter(([id, version]) => version.dataSet === dataSet && !planned.has(`${subject} ${id}`))
      .filter(([, { key }]) => !refused.has(key) && parts.has(partOf(key)))
      .filter(([, { fact }]) => isInEffect(chains, fact))
      .map(([, { key, type, fact }]) => ({
        file: dataSet,
        reason:
          `${key} is gone: ${type} of ${subject} was recorded from an earlier file and is not in this one. ` +
          `Nothing was changed; retract fact ${fact} if it was wrong.`,
      }));
  return [...states]
    .filter(([subject]) => speaksOf?.(subject) ?? true)
    .flatMap(([subject, state]) => gone(subject, state));
}

function isInEffect(chains: StreamState['chains'], fact: string): boolean {
  const chain = chains.get(fact);
  return chain !== undefined && lastLink(chain)?.kind !== 'retracted';
}

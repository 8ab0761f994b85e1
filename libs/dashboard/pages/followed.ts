import { FACT_CORRECTED } from '@milepost/domain';
import type { FactHistoryItem } from '@milepost/views';
import { textMember } from '../format/eventMembers';

/** Entries about facts, by their ids and by what they came after. */
export interface Followed {
  readonly byId: ReadonlyMap<string, FactHistoryItem>;
  /** What took the place of an entry, by the entry's id. */
  readonly replacedBy: ReadonlyMap<string, FactHistoryItem>;
  /** What settled a dispute, by the dispute's id. */
  readonly settledBy: ReadonlyMap<string, FactHistoryItem>;
  /** Disputes that nothing has settled. */
  readonly openDisputes: readonly FactHistoryItem[];
  /** The version of its fact that a dispute found, by the dispute's id. */
  readonly disputed: ReadonlyMap<string, FactHistoryItem>;
}

export function followed(items: readonly FactHistoryItem[]): Followed {
  const after = (idOf: (item: FactHistoryItem) => string | undefined) =>
    new Map(
      items.flatMap((item): [string, FactHistoryItem][] => {
        const id = idOf(item);
        return id === undefined ? [] : [[id, item]];
      }),
    );
  const settledBy = after(({ storedType, data }) =>
    storedType === 'DisputeResolved.v1' ? textMember(data, 'dispute') : undefined,
  );
  const disputes = items.filter(({ storedType }) => storedType === 'FactDisputed.v1');
  return {
    byId: after(({ eventId }) => eventId),
    replacedBy: after(({ replaces }) => replaces),
    settledBy,
    openDisputes: disputes.filter(({ eventId }) => !settledBy.has(eventId)),
    disputed: new Map(
      disputes.flatMap((dispute): [string, FactHistoryItem][] => {
        const version = items.findLast((item) => isVersionOf(item, dispute) && item.sequence < dispute.sequence);
        return version ? [[dispute.eventId, version]] : [];
      }),
    ),
  };
}

function isVersionOf({ fact, eventId, storedType }: FactHistoryItem, mark: FactHistoryItem): boolean {
  return fact === mark.fact && (eventId === fact || storedType === FACT_CORRECTED);
}

import type { FactHistoryItem } from '@milepost/views';
import { textMember } from '../format/eventMembers';

/** Entries about facts, by their ids and by what they came after. */
export interface Followed {
  readonly byId: ReadonlyMap<string, FactHistoryItem>;
  /** What took the place of an entry, by the entry's id. */
  readonly replacedBy: ReadonlyMap<string, FactHistoryItem>;
  /** What settled a dispute, by the dispute's id. */
  readonly settledBy: ReadonlyMap<string, FactHistoryItem>;
}

export function followed(items: readonly FactHistoryItem[]): Followed {
  const after = (idOf: (item: FactHistoryItem) => string | undefined) =>
    new Map(
      items.flatMap((item): [string, FactHistoryItem][] => {
        const id = idOf(item);
        return id === undefined ? [] : [[id, item]];
      }),
    );
  return {
    byId: after(({ eventId }) => eventId),
    replacedBy: after(({ replaces }) => replaces),
    settledBy: after(({ storedType, data }) =>
      storedType === 'DisputeResolved.v1' ? textMember(data, 'dispute') : undefined,
    ),
  };
}

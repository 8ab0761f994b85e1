import { isFactType } from '@milepost/domain';
import type { LedgerEntry, LedgerReader } from '@milepost/ledger';
import { asObject, objectMember, textMember } from '../format/eventMembers';

/** The fact that an entry is a version of, or is about; undefined where it is about none. */
export function factOf(
  { type, id, data }: Pick<LedgerEntry, 'type' | 'id' | 'data'>,
  reader: LedgerReader,
): string | undefined {
  if (isFactType(type)) return id;
  const members = asObject(data) ?? {};
  const dispute = type === 'DisputeResolved.v1' ? textMember(members, 'dispute') : undefined;
  const disputed = dispute === undefined ? undefined : asObject(reader.entryById(dispute)?.data);
  return textMember(objectMember(members, 'corrects') ?? disputed ?? members, 'fact');
}

import type { ResolvedSize } from '../ledger';
import { NotYetRecorded } from './notYetRecorded';
import { parseRecordedBy } from './parseRecordedBy';

/**
 * To how many entries `recordedBy` comes in a ledger of `size` entries, of which `countBefore` were recorded before an instant.
 * `final` once an entry later than asked exists: time never runs backwards, so none can come in between any more.
 * @throws InvalidRecordedBy, NotYetRecorded
 */
export function resolveRecordedBy(
  recordedBy: string | undefined,
  size: number,
  countBefore: (instant: number) => number,
): ResolvedSize {
  if (recordedBy === undefined) return { size, final: false };
  const asked = parseRecordedBy(recordedBy);
  if (asked.kind === 'before') {
    const count = countBefore(asked.instant);
    return { size: count, final: count < size };
  }
  if (asked.size > size) throw new NotYetRecorded(asked.size, size);
  return { size: asked.size, final: true };
}

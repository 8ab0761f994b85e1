import type { LedgerContext } from '../ledgerContext';

/** How many entries were held by an instant, a day or a `size:N`; undefined where that cannot be said. */
export type SizeAt = (recordedBy: string) => number | undefined;

/** How many entries a ledger held by an instant, a day or a `size:N`, as a decision may name it; undefined where it names none that was. */
export function sizeHeldBy(context: LedgerContext): SizeAt {
  return (recordedBy) => {
    try {
      return context.reader().resolve(recordedBy).size;
    } catch (error) {
      if (error instanceof Error && ['InvalidRecordedBy', 'NotYetRecorded'].includes(error.name)) return undefined;
      throw error;
    }
  };
}

import { FACT_CORRECTED, parseDay } from '@milepost/domain';
import type { FactHistoryItem } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { effectiveAt } from './effectiveLinks';
import { entryAt, publicOf } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

type Row = [seq: number, fact: number, effective: number];
type Data = Readonly<Record<string, unknown>>;

/** ?3 is the size, ?4 the public day or null; ?1 the subject, ?2 the fact or null for all. */
const historySql = (sight: Sight): string => `
  SELECT l.seq, l.fact, ${effectiveAt(sight).sql} FROM link l
  WHERE l.about = ?1 AND (?2 IS NULL OR l.fact = ?2) AND l.seq < ?3 AND (?4 IS NULL OR l.pub <= ?4) ORDER BY l.seq`;

/** Every version of and mark on the facts about a subject that the moment can see, by entry; of one fact where one is named. */
export function history(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  about: number,
  fact: number | null,
): FactHistoryItem[] {
  const rows = file.rows<Row>(historySql(sight), about, fact, sight.size, sight.publicBy ?? null);
  return rows.map((row) => item(ledger, row));
}

/** Version or mark: `replaces` and `reason` stand in a correction's `corrects`, in a retraction's and reinstatement's own data. */
function item(ledger: EntrySource, [sequence, fact, effective]: Row): FactHistoryItem {
  const entry = entryAt(ledger, sequence);
  const data = (entry.data ?? {}) as Data;
  const said = entry.type === FACT_CORRECTED ? (data['corrects'] as Data) : data;
  const on = publicOf(entry)['on'];
  return {
    sequence,
    eventId: entry.id,
    storedType: entry.type,
    fact: fact === sequence ? entry.id : entryAt(ledger, fact).id,
    replaces: said['replaces'] as string | undefined,
    reason:
      fact === sequence ? undefined : ((said['reason'] ?? said['grounds'] ?? said['outcome']) as string | undefined),
    publicOn: typeof on === 'string' ? parseDay(on) : undefined,
    recordedAt: entry.recordedAt,
    effective: effective === 1,
    data,
  };
}

import type { FactType, Occurrence } from '@milepost/domain';
import type { LedgerEntry } from '@milepost/ledger';
import type { FactView } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { fromColumn } from '../tables/dayColumn';
import { isDisputed } from './disputed';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** Columns of a link `l` that a fact is shown from. */
export const SHOWN = 'l.seq, l.fact, l.content, l.d_lo, l.d_hi, l.pub';
export type ShownRow = [seq: number, fact: number, content: number, earliest: number, latest: number, pub: number];

/** The order of facts, and its reverse. */
export const IN_ORDER = 'l.d_hi, l.d_lo, l.rank, l.seq';
export const LATEST_FIRST = 'l.d_hi DESC, l.d_lo DESC, l.rank DESC, l.seq DESC';

type Data = Readonly<Record<string, unknown>>;

/** The ledger's entry behind a row of a view; that there is none means that file and ledger do not belong together. */
export function entryAt(ledger: EntrySource, sequence: number): LedgerEntry {
  const entry = ledger.entry(sequence);
  if (!entry) throw new RangeError(`The ledger has no entry ${sequence}, which its views show; build the views again.`);
  return entry;
}

/** The complete data of a version, without what a correction says of itself. */
export function completeData({ data }: LedgerEntry): Data {
  const { corrects: _, ...complete } = data as Data;
  return complete;
}

export function occurrenceOf({ occurredOn, occurredBy, precision }: Data): Occurrence {
  return {
    ...(occurredOn === undefined ? {} : { occurredOn: occurredOn as string }),
    ...(occurredBy === undefined ? {} : { occurredBy: occurredBy as string }),
    precision: precision as Occurrence['precision'],
  };
}

export const publicOf = ({ metadata }: LedgerEntry): Data => ((metadata as Data | undefined)?.['public'] ?? {}) as Data;

/** Shows the versions that these rows put into effect, with their data out of the ledger. */
export function factViews(file: OpenFile, ledger: EntrySource, sight: Sight, rows: readonly ShownRow[]): FactView[] {
  const disputable = file.row('SELECT 1 FROM dispute LIMIT 1') !== undefined;
  return rows.map(([sequence, fact, content, earliest, latest, publicOn]) => {
    const link = entryAt(ledger, sequence);
    const first = fact === sequence ? link : entryAt(ledger, fact);
    const data = completeData(content === sequence ? link : entryAt(ledger, content));
    return {
      sequence,
      fact: first.id,
      version: link.id,
      type: first.type as FactType,
      subject: first.stream.slice(first.stream.indexOf('.') + 1),
      occurrence: occurrenceOf(data),
      window: { earliest: fromColumn(earliest), latest: fromColumn(latest) },
      publicOn,
      publicHow: publicOf(link)['how'] as string,
      data,
      disputed: disputable && hasOpenDispute(file, sight, fact),
    };
  });
}

function hasOpenDispute(file: OpenFile, { size, publicBy }: Sight, fact: number): boolean {
  return file.row(`SELECT 1 WHERE ${isDisputed('?1')}`, fact, size, publicBy ?? null) !== undefined;
}

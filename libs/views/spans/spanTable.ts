import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { fromColumn, toColumn } from '../tables/dayColumn';
import { RowBuffer } from '../tables/rowBuffer';
import type { Words } from '../tables/words';
import type { Axis } from './axis';
import type { LaneSpans } from './lane';
import type { ClosedSpan, OpenSpan } from './span';

/** Rule, axis, subject. */
const KEY_COLUMNS = 3;

type KeyColumns = [rule: number, axis: number, about: number];
type OpenColumns = [d0: number, k0: number, level: number, why: number];
type ClosedColumns = [d0: number, d1: number, ...rest: [k0: number, level: number, why: number]];

/** One rule's rows about one subject on one axis. */
export interface SpanKey {
  readonly rule: string;
  readonly axis: Axis;
  readonly about: number;
}

/** Where a rule stood: its open spans, undefined where it has said nothing of the subject yet. */
export interface Standing {
  readonly key: SpanKey;
  readonly open: OpenSpan[] | undefined;
  /** Whether those spans are in the table as they stand here; otherwise no open row is. */
  readonly stored: boolean;
}

/** Reads and writes the spans of rules. */
export class SpanTable {
  private readonly openRows: RowBuffer;
  private readonly closedRows: RowBuffer;
  private readonly readOpen: StatementSyncInstance;
  private readonly readClosedSince: StatementSyncInstance;
  private readonly dropOpen: StatementSyncInstance;
  private readonly dropClosed: StatementSyncInstance;

  constructor(
    db: DatabaseSyncInstance,
    private readonly words: Words,
  ) {
    this.openRows = new RowBuffer(db, 'span_open', { numbers: 7, text: false, key: KEY_COLUMNS });
    this.closedRows = new RowBuffer(db, 'span_closed', { numbers: 9, text: false, key: KEY_COLUMNS });
    const key = 'rule = ? AND axis = ? AND about = ?';
    this.readOpen = db.prepare(`SELECT d0, k0, level, why FROM span_open WHERE ${key} ORDER BY d0`);
    this.readClosedSince = db.prepare(
      `SELECT d0, d1, k0, level, why FROM span_closed WHERE ${key} AND k1 >= ? AND k0 < ? ORDER BY d0`,
    );
    for (const statement of [this.readOpen, this.readClosedSince]) statement.setReturnArrays(true);
    this.dropOpen = db.prepare(`DELETE FROM span_open WHERE ${key} AND d0 >= ?`);
    this.dropClosed = db.prepare(`DELETE FROM span_closed WHERE ${key} AND k1 >= ?`);
  }

  /** The spans that hold now. */
  resume(key: SpanKey): Standing {
    const rows = this.readOpen.all(...this.columns(key)) as OpenColumns[];
    const open = rows.length === 0 ? undefined : rows.map((row) => this.openSpan(row));
    return { key, open, stored: open !== undefined };
  }

  /**
   * Takes back everything known from this knowledge on: the spans as they stood before it. Rows that had been closed
   * since are open again, and neighbours that agree are one, as they were.
   */
  rewind(key: SpanKey, knowledge: number): Standing {
    const standing = this.resume(key);
    const columns = this.columns(key);
    const reopened = (this.readClosedSince.all(...columns, knowledge, knowledge) as ClosedColumns[]).map(
      ([d0, , k0, level, why]) => this.openSpan([d0, k0, level, why]),
    );
    const kept = (standing.open ?? []).filter(({ since }) => since < knowledge);
    if (reopened.length === 0 && kept.length === (standing.open?.length ?? 0)) return standing;
    this.dropClosed.run(...columns, knowledge);
    this.dropOpen.run(...columns, toColumn(-Infinity));
    const open = merged([...kept, ...reopened].sort((a, b) => (a.from < b.from ? -1 : 1)));
    return { key, open, stored: false };
  }

  /** Writes what a rule's lane came to from there. */
  write({ key, stored }: Pick<Standing, 'key' | 'stored'>, { open, closed }: Pick<LaneSpans, 'open' | 'closed'>): void {
    const columns = this.columns(key);
    for (const span of closed) this.closedRows.add(this.closedRow(columns, span));
    const from = stored ? open.changedFrom : -Infinity;
    if (from === Infinity) return;
    if (stored) this.dropOpen.run(...columns, toColumn(from));
    for (const span of open.spans) {
      if (span.from >= from) this.openRows.add(this.openRow(columns, span));
    }
  }

  finish(): void {
    this.openRows.flush();
    this.closedRows.flush();
  }

  forget(): void {
    this.openRows.forget();
    this.closedRows.forget();
  }

  private columns({ rule, axis, about }: SpanKey): KeyColumns {
    return [this.words.intern(rule), axis, about];
  }

  private openSpan([d0, k0, level, why]: OpenColumns): OpenSpan {
    return { from: fromColumn(d0), since: fromColumn(k0), level: this.words.text(level), why };
  }

  private openRow([rule, axis, about]: KeyColumns, { from, since, level, why }: OpenSpan): number[] {
    return [rule, axis, about, toColumn(from), toColumn(since), this.words.intern(level), why];
  }

  private closedRow([rule, axis, about]: KeyColumns, { from, to, since, until, level, why }: ClosedSpan): number[] {
    return [rule, axis, about, until, toColumn(from), toColumn(to), toColumn(since), this.words.intern(level), why];
  }
}

function merged(spans: readonly OpenSpan[]): OpenSpan[] {
  const neighbours: OpenSpan[] = [];
  for (const span of spans) {
    const last = neighbours.at(-1);
    const same = last?.level === span.level && last.why === span.why && last.since === span.since;
    if (!same) neighbours.push(span);
  }
  return neighbours;
}

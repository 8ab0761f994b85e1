import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

type Value = number | string | null;

const MOST_ROWS = 32;

/**
 * Rows on their way into one table, many a statement: half the cost of one a statement. Whoever reads the table flushes
 * first. Nothing here outlives the transaction that it is filled in, which a failure always ends: so `OR FAIL`, which
 * spares SQLite the copies of every page touched that it would need to take back one statement alone.
 */
export class RowBuffer {
  private values: Value[] = [];
  private readonly statements = new Map<number, StatementSyncInstance>();

  constructor(
    private readonly db: DatabaseSyncInstance,
    private readonly table: string,
    private readonly columns: number,
  ) {}

  add(...row: Value[]): void {
    for (const value of row) this.values.push(value);
    if (this.values.length >= MOST_ROWS * this.columns) this.flush();
  }

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  flush(): void {
    if (this.values.length === 0) return;
    for (let rows = MOST_ROWS; rows >= 1; rows /= 2) {
      while (this.values.length >= rows * this.columns) {
        this.statement(rows).run(...this.values.splice(0, rows * this.columns));
      }
    }
  }

  forget(): void {
    this.values = [];
  }

  private statement(rows: number): StatementSyncInstance {
    const known = this.statements.get(rows);
    if (known) return known;
    const row = `(${Array<string>(this.columns).fill('?').join(',')})`;
    const statement = this.db.prepare(
      `INSERT OR FAIL INTO ${this.table} VALUES ${Array<string>(rows).fill(row).join(',')}`,
    );
    this.statements.set(rows, statement);
    return statement;
  }
}

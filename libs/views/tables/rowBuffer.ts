import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** Rows a statement: half the cost of one a statement. */
const MOST_ROWS = 32;
/** Rows kept before they are written, in the order of the table: a page of it is then filled at once, not for each row anew. */
const KEPT = 4_096;

export interface RowShape {
  /** How many columns are whole numbers; they come first. */
  readonly numbers: number;
  /** Whether a column of text, or null, follows them. */
  readonly text: boolean;
  /** By how many of the first columns the table is clustered, so far as rows come out of order. */
  readonly key: number;
  /** What most rows have in some of their columns, by place. Binding a value costs most, so there it is written out. */
  readonly usual?: Readonly<Record<number, number>>;
}

/**
 * Rows on their way into one table. Numbers lie in one array, so that keeping them makes no work for the collector. Whoever
 * reads the table flushes first. Nothing here outlives the transaction that it is filled in, which a failure always ends:
 * so `OR FAIL`, which spares SQLite the copies of every page touched that it would need to take back one statement alone.
 */
export class RowBuffer {
  private readonly numbers: Float64Array;
  private readonly texts: (string | null)[] = [];
  /** Rows that are not written yet. */
  count = 0;
  private readonly all: RowForm;
  private readonly usual: RowForm | undefined;

  constructor(
    private readonly db: DatabaseSyncInstance,
    private readonly table: string,
    private readonly shape: RowShape,
  ) {
    this.numbers = new Float64Array(KEPT * shape.numbers);
    this.all = rowForm(shape, {});
    this.usual = shape.usual && rowForm(shape, shape.usual);
  }

  get isFull(): boolean {
    return this.count === KEPT;
  }

  /** Gives the row's place, which it has until the next flush; a full buffer is flushed first. */
  add(numbers: readonly number[], text: string | null = null): number {
    if (this.isFull) this.flush();
    const row = this.count;
    this.count += 1;
    const at = row * this.shape.numbers;
    for (let column = 0; column < numbers.length; column += 1) this.numbers[at + column] = numbers[column] as number;
    if (this.shape.text) this.texts[row] = text;
    return row;
  }

  get(row: number, column: number): number {
    return this.numbers[row * this.shape.numbers + column] as number;
  }

  set(row: number, column: number, value: number): void {
    this.numbers[row * this.shape.numbers + column] = value;
  }

  flush(): void {
    const order = new Uint32Array(this.count).map((_, row) => row).sort((a, b) => this.compare(a, b));
    this.writeAll(
      order.filter((row) => !this.isUsual(row)),
      this.all,
    );
    if (this.usual)
      this.writeAll(
        order.filter((row) => this.isUsual(row)),
        this.usual,
      );
    this.forget();
  }

  forget(): void {
    this.count = 0;
    this.texts.length = 0;
  }

  /** Rows that agree in the key stay in the order they came. */
  private compare(a: number, b: number): number {
    for (let column = 0; column < this.shape.key; column += 1) {
      const difference = this.get(a, column) - this.get(b, column);
      if (difference !== 0) return difference;
    }
    return a - b;
  }

  private isUsual(row: number): boolean {
    return this.usual !== undefined && this.usual.constants.every(([column, value]) => this.get(row, column) === value);
  }

  private writeAll(order: Uint32Array, form: RowForm): void {
    let at = 0;
    for (let rows = MOST_ROWS; rows >= 1; rows /= 2) {
      for (; order.length - at >= rows; at += rows) this.write(order.subarray(at, at + rows), form);
    }
  }

  private write(rows: Uint32Array, form: RowForm): void {
    const values: (number | string | null)[] = [];
    for (const row of rows) {
      for (const column of form.given) values.push(this.get(row, column));
      if (this.shape.text) values.push(this.texts[row] ?? null);
    }
    this.statement(rows.length, form).run(...values);
  }

  private statement(rows: number, { sql, statements }: RowForm): StatementSyncInstance {
    const known = statements.get(rows);
    if (known) return known;
    const values = Array<string>(rows).fill(sql).join();
    const statement = this.db.prepare(`INSERT OR FAIL INTO ${this.table} VALUES ${values}`);
    statements.set(rows, statement);
    return statement;
  }
}

/** How rows are written: which columns are bound, and which are the same in all of them. */
interface RowForm {
  readonly given: readonly number[];
  readonly constants: readonly (readonly [column: number, value: number])[];
  /** One row of a VALUES clause. */
  readonly sql: string;
  readonly statements: Map<number, StatementSyncInstance>;
}

function rowForm({ numbers, text }: RowShape, usual: Readonly<Record<number, number>>): RowForm {
  const columns = Array.from({ length: numbers }, (_, column) => column);
  const values = columns.map((column) => String(usual[column] ?? '?'));
  return {
    given: columns.filter((column) => usual[column] === undefined),
    constants: Object.entries(usual).map(([column, value]) => [Number(column), value] as const),
    sql: `(${[...values, ...(text ? ['?'] : [])].join()})`,
    statements: new Map(),
  };
}

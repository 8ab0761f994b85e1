import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** So many names are kept in memory; beyond that all are looked up anew. */
const MOST_KEPT = 100_000;

/** Names by their numbers in a ledger file, and back. A connection has its own. */
export class Names {
  readonly #byName: StatementSyncInstance;
  readonly #byBeginning: StatementSyncInstance;
  readonly #byNumber: StatementSyncInstance;
  readonly #numbers = new Map<string, number>();
  readonly #names = new Map<number, string>();

  constructor(private readonly database: DatabaseSyncInstance) {
    this.#byName = database.prepare('SELECT id FROM names WHERE name = ?');
    this.#byBeginning = database.prepare('SELECT id FROM names WHERE name >= ? AND name < ?');
    this.#byNumber = database.prepare('SELECT name FROM names WHERE id = ?');
  }

  nameOf(number: number): string {
    const kept = this.#names.get(number);
    if (kept !== undefined) return kept;
    const row = this.#byNumber.get(number) as { name: Uint8Array } | undefined;
    if (!row) throw new Error(`the ledger file has no name ${number}`);
    return this.#keep(Buffer.from(row.name).toString(), number).name;
  }

  /** Undefined where nothing in the ledger has this name. */
  numberOf(name: string): number | undefined {
    const kept = this.#numbers.get(name);
    if (kept !== undefined) return kept;
    const row = this.#byName.get(Buffer.from(name)) as { id: number } | undefined;
    return row && this.#keep(name, row.id).number;
  }

  /** Numbers of all names with this beginning, whose last character is of ASCII. */
  numbersFrom(prefix: string): readonly number[] {
    const behind = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
    return (this.#byBeginning.all(Buffer.from(prefix), Buffer.from(behind)) as { id: number }[]).map(({ id }) => id);
  }

  /** For the writer, within its transaction. */
  numberFor(name: string): number {
    return this.numberOf(name) ?? this.#add(name);
  }

  /** After a rollback: numbers given in it are free again. */
  forget(): void {
    this.#numbers.clear();
    this.#names.clear();
  }

  #add(name: string): number {
    const { lastInsertRowid } = this.database.prepare('INSERT INTO names (name) VALUES (?)').run(Buffer.from(name));
    return this.#keep(name, Number(lastInsertRowid)).number;
  }

  #keep(name: string, number: number): { name: string; number: number } {
    if (this.#names.size >= MOST_KEPT) this.forget();
    this.#numbers.set(name, number);
    this.#names.set(number, name);
    return { name, number };
  }
}

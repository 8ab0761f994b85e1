import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { fromColumnText, toColumnText } from './columnText';

/** Texts that stand many times in the tables (levels, rules, types), each kept once, by number. */
export class Words {
  private readonly ids = new Map<string, number>();
  private readonly texts = new Map<number, string>();
  private readonly find: StatementSyncInstance;
  private readonly read: StatementSyncInstance;

  constructor(private readonly db: DatabaseSyncInstance) {
    this.find = db.prepare('SELECT id FROM word WHERE text = ?');
    this.read = db.prepare('SELECT text FROM word WHERE id = ?');
  }

  /** The number of a text; undefined where no row can hold it. */
  idOf(text: string): number | undefined {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const row = this.find.get(toColumnText(text)) as { id: number } | undefined;
    return row && this.keep(row.id, text);
  }

  /** The number of a text, which is given one where it has none. Inside the writer's transaction only. */
  intern(text: string): number {
    const known = this.idOf(text);
    if (known !== undefined) return known;
    const insert = this.db.prepare('INSERT INTO word (text) VALUES (?)');
    return this.keep(Number(insert.run(toColumnText(text)).lastInsertRowid), text);
  }

  text(id: number): string {
    const known = this.texts.get(id);
    if (known !== undefined) return known;
    const row = this.read.get(id) as { text: string } | undefined;
    if (!row) throw new RangeError(`The views hold no word ${id}; their file is damaged, build it again.`);
    const text = fromColumnText(row.text);
    this.keep(id, text);
    return text;
  }

  /** After a transaction was taken back: what it had given numbers to has none. */
  forget(): void {
    this.ids.clear();
    this.texts.clear();
  }

  private keep(id: number, text: string): number {
    this.ids.set(text, id);
    this.texts.set(id, text);
    return id;
  }
}

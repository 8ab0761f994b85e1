import { DatabaseSync } from '@photostructure/sqlite';

/** Inserts a second into a plain SQLite table, each its own transaction, synced: what one durable write costs on this disk. */
export class RawInserts {
  private readonly database: InstanceType<typeof DatabaseSync>;

  constructor(file: string) {
    this.database = new DatabaseSync(file);
    this.database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE e (id INTEGER PRIMARY KEY, data BLOB)',
    );
  }

  rate(forMs: number): number {
    const insert = this.database.prepare('INSERT INTO e (data) VALUES (?)');
    const data = Buffer.alloc(245, 'x');
    const begun = performance.now();
    let count = 0;
    for (; performance.now() - begun < forMs; count++) insert.run(data);
    return (count / (performance.now() - begun)) * 1000;
  }

  close(): void {
    this.database.close();
  }
}

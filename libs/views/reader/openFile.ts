import { join } from 'node:path';
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { Checkpoints } from '../tables/checkpoints';
import { openForReading } from '../tables/openViewsFile';
import { Subjects } from '../tables/subjects';
import { Words } from '../tables/words';

type Value = number | string | null;

/** A views file open for questions. Statements are prepared once; rows come as arrays. */
export class OpenFile {
  readonly words: Words;
  readonly subjects: Subjects;
  readonly checkpoints: Checkpoints;
  private readonly db: DatabaseSyncInstance;
  private readonly statements = new Map<string, StatementSyncInstance>();

  constructor(
    folder: string,
    readonly name: string,
  ) {
    this.db = openForReading(join(folder, name));
    this.words = new Words(this.db);
    this.subjects = new Subjects(this.db);
    this.checkpoints = new Checkpoints(this.db);
  }

  rows<Row extends readonly unknown[]>(sql: string, ...values: Value[]): Row[] {
    const rows: unknown[] = this.statement(sql).all(...values);
    return rows as Row[];
  }

  row<Row extends readonly unknown[]>(sql: string, ...values: Value[]): Row | undefined {
    const row: unknown = this.statement(sql).get(...values);
    return row as Row | undefined;
  }

  /** All looks at the file inside see the same transaction's rows. */
  snapshot<T>(look: () => T): T {
    this.db.exec('BEGIN');
    try {
      return look();
    } finally {
      this.db.exec('COMMIT');
    }
  }

  close(): void {
    this.db.close();
  }

  private statement(sql: string): StatementSyncInstance {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    this.statements.set(sql, statement);
    return statement;
  }
}

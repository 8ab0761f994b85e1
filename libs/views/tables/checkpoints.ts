import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** How far a view has come. */
export interface Checkpoint {
  readonly view: string;
  readonly version: string;
  /** Next entry to apply. */
  readonly next: number;
  /** Where it halted, which is `next`, and why. */
  readonly halted: { readonly sequence: number; readonly reason: string } | undefined;
}

interface Row {
  readonly name: string;
  readonly version: string;
  readonly next: number;
  readonly halted: number | null;
  readonly reason: string | null;
}

const checkpoint = ({ name, version, next, halted, reason }: Row): Checkpoint => ({
  view: name,
  version,
  next,
  halted: halted === null ? undefined : { sequence: halted, reason: reason ?? '' },
});

/** The checkpoints of all views of a file: written in the transaction that writes a view's rows, never apart from it. */
export class Checkpoints {
  private readonly read: StatementSyncInstance;
  private readonly write: StatementSyncInstance;

  constructor(db: DatabaseSyncInstance) {
    this.read = db.prepare('SELECT name, version, next, halted, reason FROM view ORDER BY name');
    this.write = db.prepare('INSERT OR REPLACE INTO view VALUES (?, ?, ?, ?, ?)');
  }

  all(): Checkpoint[] {
    return (this.read.all() as unknown as Row[]).map(checkpoint);
  }

  put({ view, version, next, halted }: Checkpoint): void {
    this.write.run(view, version, next, halted?.sequence ?? null, halted?.reason ?? null);
  }
}

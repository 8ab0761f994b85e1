import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { toColumnText } from './columnText';
import type { Subject } from '../reading/subject';

/** What facts are about, each kept once, by number, in the order of first mention. */
export class Subjects {
  private readonly ids = new Map<string, number>();
  /** The same by the objects themselves: the subject of a stream is the same one each time. */
  private objects = new WeakMap<Subject, number>();
  private readonly find: StatementSyncInstance;

  constructor(private readonly db: DatabaseSyncInstance) {
    this.find = db.prepare('SELECT id FROM subject WHERE kind = ? AND name = ?');
  }

  idOf({ kind, id: name }: Subject): number | undefined {
    const key = `${kind}-${name}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const row = this.find.get(toColumnText(kind), toColumnText(name)) as { id: number } | undefined;
    if (row) this.ids.set(key, row.id);
    return row?.id;
  }

  /** Inside the writer's transaction only. */
  intern(subject: Subject): number {
    const id = this.objects.get(subject) ?? this.internKey(subject);
    this.objects.set(subject, id);
    return id;
  }

  private internKey(subject: Subject): number {
    const known = this.idOf(subject);
    if (known !== undefined) return known;
    const insert = this.db.prepare('INSERT INTO subject (kind, name, last) VALUES (?, ?, -1)');
    const id = Number(insert.run(toColumnText(subject.kind), toColumnText(subject.id)).lastInsertRowid);
    this.ids.set(`${subject.kind}-${subject.id}`, id);
    return id;
  }

  forget(): void {
    this.ids.clear();
    this.objects = new WeakMap();
  }
}

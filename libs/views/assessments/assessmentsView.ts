import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Reading } from '../reading/reading';
import { RowBuffer } from '../tables/rowBuffer';
import type { Subjects } from '../tables/subjects';
import type { Words } from '../tables/words';

/** Every version of every assessment of a trust, and the series that it is of. */
export class AssessmentsView {
  private readonly rows: RowBuffer;

  constructor(
    db: DatabaseSyncInstance,
    private readonly words: Words,
    private readonly subjects: Subjects,
  ) {
    this.rows = new RowBuffer(db, 'assessment', { numbers: 4, text: false, key: 1 });
  }

  apply(reading: Reading): void {
    if (reading.kind !== 'stated' && reading.kind !== 'corrected') return;
    const { series, subject, sequence, restated } = reading;
    if (series === undefined || subject.kind !== 'trust') return;
    this.rows.add([this.subjects.intern(subject), sequence, this.words.intern(series), restated ? 1 : 0]);
  }

  finish(): void {
    this.rows.flush();
  }

  forget(): void {
    this.rows.forget();
  }
}

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { CapabilityAssessed } from '@milepost/domain';
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
    if (reading.type !== 'CapabilityAssessed.v1' || reading.subject.kind !== 'trust') return;
    const { framework, frameworkVersion, careSetting, restated } = reading.data as unknown as CapabilityAssessed;
    const series = this.words.intern(`${framework} ${frameworkVersion} ${careSetting}`);
    this.rows.add([this.subjects.intern(reading.subject), reading.sequence, series, restated ? 1 : 0]);
  }

  finish(): void {
    this.rows.flush();
  }

  forget(): void {
    this.rows.forget();
  }
}

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { CapabilityAssessed } from '@milepost/domain';
import type { Reading } from '../reading/reading';
import { RowBuffer } from '../tables/rowBuffer';
import type { Subjects } from '../tables/subjects';
import type { Words } from '../tables/words';

/** Every version of every assessment of a trust: which framework and care setting, and the scores by measure. */
export class AssessmentsView {
  private readonly rows: RowBuffer;

  constructor(
    db: DatabaseSyncInstance,
    private readonly words: Words,
    private readonly subjects: Subjects,
  ) {
    this.rows = new RowBuffer(db, 'assessment', 8);
  }

  apply(reading: Reading): void {
    if (reading.kind !== 'stated' && reading.kind !== 'corrected') return;
    if (reading.type !== 'CapabilityAssessed.v1' || reading.subject.kind !== 'trust') return;
    const { framework, frameworkVersion, careSetting, assurance, restated, scores } =
      reading.data as unknown as CapabilityAssessed;
    this.rows.add(
      this.subjects.intern(reading.subject),
      reading.sequence,
      ...[framework, frameworkVersion, careSetting, assurance].map((text) => this.words.intern(text)),
      restated ? 1 : 0,
      JSON.stringify(scores),
    );
  }

  finish(): void {
    this.rows.flush();
  }

  forget(): void {
    this.rows.forget();
  }
}

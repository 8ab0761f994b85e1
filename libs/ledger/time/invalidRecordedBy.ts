/** A `recordedBy` that names nothing (400 at the edge). */
export class InvalidRecordedBy extends Error {
  override readonly name = 'InvalidRecordedBy';

  constructor(asked: string) {
    super(
      `recordedBy is "${asked.slice(0, 100)}"; write a day that exists (2026-04-02), ` +
        'an instant with its offset (2026-04-02T09:30:00Z; in an address "+" is %2B) or a number of entries (size:1200).',
    );
  }
}

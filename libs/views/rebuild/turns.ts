/** Subjects of which threads take one after another, each subject once. */
export interface Turns {
  readonly subjects: readonly number[];
  /** How many have been taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export function turnsOver(subjects: readonly number[]): Turns {
  return { subjects, taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** The next subject, which is then taken; undefined where all are. */
export function nextTurn({ subjects, taken }: Turns): number | undefined {
  return subjects[Atomics.add(taken, 0, 1)];
}

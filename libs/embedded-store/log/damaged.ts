/** Bytes in the file are not those that were written. The store goes on with the rest; it never hands out a guess. */
export class Damaged extends Error {
  override readonly name = 'Damaged';

  constructor(position: number, what: string) {
    super(
      `The event at position ${position} is damaged (${what}): check the store with "milepost store check" and restore it from a copy.`,
    );
  }
}

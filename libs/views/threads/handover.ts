/** Places in the shared numbers. The first changes with each of the others, so that one wait hears of all. */
const PLACE = { changes: 0, given: 1, taken: 2, giverEnded: 3, takerEnded: 4 } as const;
type Place = keyof typeof PLACE;

/** So many parcels may lie between giver and taker, so that a fast giver does not fill the memory. */
const MOST_BETWEEN = 8;

/**
 * How many parcels one thread has given to another, and how many that one has taken. The giver waits while too many lie
 * between them, the taker while there is none, and neither for one that has ended. The parcels themselves go as messages.
 */
export class Handover {
  private readonly numbers: Int32Array;

  constructor(readonly shared = new SharedArrayBuffer(Object.keys(PLACE).length * Int32Array.BYTES_PER_ELEMENT)) {
    this.numbers = new Int32Array(shared);
  }

  /** Waits until there is room for another; false where the taker wants no more. */
  mayGive(): boolean {
    this.wait(() => this.between() < MOST_BETWEEN || this.get('takerEnded') > 0, Infinity);
    return this.get('takerEnded') === 0;
  }

  gave(): void {
    this.change('given');
  }

  /** Nothing more will be given. */
  endGiving(): void {
    this.change('giverEnded');
  }

  /** Waits until there is one to take; false where none will come, or none came in this time. */
  mayTake(milliseconds: number): boolean {
    this.wait(() => this.between() > 0 || this.get('giverEnded') > 0, milliseconds);
    return this.between() > 0;
  }

  took(): void {
    this.change('taken');
  }

  /** Nothing more will be taken. */
  endTaking(): void {
    this.change('takerEnded');
  }

  private between(): number {
    return this.get('given') - this.get('taken');
  }

  private get(place: Place): number {
    return Atomics.load(this.numbers, PLACE[place]);
  }

  private change(place: Place): void {
    Atomics.add(this.numbers, PLACE[place], 1);
    Atomics.add(this.numbers, PLACE.changes, 1);
    Atomics.notify(this.numbers, PLACE.changes);
  }

  /** A change between the look and the wait is seen by the wait, which then does not begin. */
  private wait(isSo: () => boolean, milliseconds: number): void {
    const until = performance.now() + milliseconds;
    for (;;) {
      const seen = this.get('changes');
      const left = until - performance.now();
      if (isSo() || left <= 0) return;
      Atomics.wait(this.numbers, PLACE.changes, seen, left);
    }
  }
}

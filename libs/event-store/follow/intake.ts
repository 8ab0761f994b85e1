import { comparePositions, positionText } from '../positions';
import type { Position, StoredEvent } from '../storedEvent';

/** Why an event of a subscription is not passed on; `undefined`: it is. */
export type NotTaken = 'had-already' | 'not-asked-for' | undefined;

/**
 * Lets through what a follower is due and nothing else: events under its prefix, after `from`, in an order that strictly grows.
 * The store is not trusted with any of it.
 */
export class Intake {
  private last: Position | undefined;

  constructor(
    private readonly prefix: string,
    private readonly from: Position | undefined,
  ) {}

  /** Position of the last event let through, else `from`. */
  get reached(): Position | undefined {
    return this.last ?? this.from;
  }

  /** @throws {Error} where the store sends an event after a later one: what it sends cannot be relied on. */
  check(event: StoredEvent): NotTaken {
    if (!event.stream.startsWith(this.prefix)) return 'not-asked-for';
    if (this.from !== undefined && comparePositions(event.position, this.from) <= 0) return 'had-already';
    if (this.last !== undefined && comparePositions(event.position, this.last) <= 0) {
      throw new Error(`the store sent ${positionText(event.position)} after ${positionText(this.last)}`);
    }
    this.last = event.position;
    return undefined;
  }
}

import { setImmediate as afterOthers } from 'node:timers/promises';

/** Milliseconds of work after which others that wait for the thread come first: too short for any of them to notice. */
const LONGEST = 5;

/** A turn at work on a thread that also answers requests. */
export class Turn {
  private began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.began >= LONGEST;
  }

  /** Lets everybody who waits come first, and begins the next turn. */
  async giveWay(): Promise<void> {
    await afterOthers();
    this.began = performance.now();
  }
}

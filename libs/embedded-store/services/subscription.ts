import { v4 as uuid } from 'uuid';
import type { Committed } from '../log/eventLog';
import { readAnswer } from '../protocol/readAnswer';
import { structuredId } from '../protocol/structuredId';
import { hasRoom } from './hasRoom';
import type { OpenCall } from './openCalls';
import type { ReadStream } from './readStream';
import { statusOf } from './statusOf';
import { STOPPING } from './stopping';
import type { StoreContext } from './storeContext';

/**
 * A subscription is either behind, reading pages from disk at the pace of its reader, or live, handed each commit as it happens.
 * It becomes live in the same turn in which disk has nothing more, so nothing is missed or repeated between; it falls behind as soon as
 * its reader has no room, so what it holds is a page or the commit at hand, whoever else waits.
 */
export abstract class Subscription implements OpenCall {
  private isLive = false;
  private isOver = false;
  private saidCaughtUp = false;
  private stopListening: () => void = () => undefined;

  protected constructor(
    private readonly call: ReadStream,
    private readonly structuredIds: boolean,
    protected readonly context: StoreContext,
  ) {}

  /** Confirms, catches up, and is live when it settles. */
  async run(): Promise<void> {
    this.context.calls.add(this);
    this.call.on('cancelled', () => this.over());
    this.stopListening = this.context.commits.onCommitted((events) => this.follow(events));
    this.call.write(readAnswer.confirmation(uuid()));
    await this.catchUp();
  }

  stop(): void {
    this.end(STOPPING);
  }

  /** Sends the next page from disk. False where there is none: everything stored has been sent. */
  protected abstract sendPage(): boolean;
  /** Sends what concerns this subscription of an event that was just stored. */
  protected abstract sendLive(event: Committed): void;
  /** Whether being at the end now is worth telling. */
  protected abstract hasBegun(): boolean;

  /** Sends an event; false once the subscription is over. */
  protected send(message: Buffer): boolean {
    if (this.isOver) return false;
    this.call.write(this.structuredIds ? structuredId(message) : message);
    if (this.context.faults.dropsAfterEvent()) {
      this.over();
      this.call.end();
    }
    return !this.isOver;
  }

  protected sendCheckpoint(commit: number, prepare: number): void {
    if (!this.isOver) this.call.write(readAnswer.checkpoint(commit, prepare));
  }

  private async catchUp(): Promise<void> {
    try {
      while (!this.isOver) {
        await hasRoom(this.call);
        if (this.isOver) return;
        if (this.sendPage()) continue;
        this.isLive = true;
        this.sayCaughtUp();
        return;
      }
    } catch (error) {
      this.end(statusOf(error));
    }
  }

  private follow(events: readonly Committed[]): void {
    if (!this.isLive) return;
    for (const event of events) {
      if (this.isOver) return;
      if (this.call.writableNeedDrain) {
        this.isLive = false;
        void this.catchUp();
        return;
      }
      this.sendLive(event);
    }
    this.sayCaughtUp();
  }

  private sayCaughtUp(): void {
    if (this.saidCaughtUp || this.isOver || !this.hasBegun()) return;
    this.saidCaughtUp = true;
    this.call.write(readAnswer.caughtUp());
  }

  private end(status: { code: number; details: string }): void {
    if (this.isOver) return;
    this.over();
    this.call.emit('error', status);
  }

  private over(): void {
    this.isOver = true;
    this.stopListening();
    this.context.calls.remove(this);
  }
}

import { v4 as uuid } from 'uuid';
import type { Committed } from '../log/eventLog';
import { readAnswer } from '../protocol/readAnswer';
import { structuredId } from '../protocol/structuredId';
import type { OpenCall } from './openCalls';
import type { GrpcCall } from '../grpc/grpcCall';
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
  private saidCaughtUp = false;
  private stopListening: () => void = () => undefined;

  protected constructor(
    private readonly call: GrpcCall,
    private readonly structuredIds: boolean,
    protected readonly context: StoreContext,
  ) {}

  /** Confirms, catches up, and is live when it settles. */
  async run(): Promise<void> {
    this.context.calls.add(this);
    this.call.onGone(() => this.over());
    this.stopListening = this.context.commits.onCommitted((events) => this.follow(events));
    this.call.send(readAnswer.confirmation(uuid()));
    await this.catchUp();
  }

  stop(): void {
    this.call.end(STOPPING);
  }

  /** Sends the next page from disk. False where there is none: everything stored has been sent. */
  protected abstract sendPage(): boolean;
  /** Sends what concerns this subscription of an event that was just stored. */
  protected abstract sendLive(event: Committed): void;
  /** Whether being at the end now is worth telling. */
  protected abstract hasBegun(): boolean;

  /** Sends an event; false once the subscription is over. */
  protected send(message: Buffer): boolean {
    this.call.send(this.structuredIds ? structuredId(message) : message);
    if (this.context.faults.dropsAfterEvent()) this.call.end();
    return !this.call.isOver;
  }

  protected sendCheckpoint(commit: number, prepare: number): void {
    this.call.send(readAnswer.checkpoint(commit, prepare));
  }

  private async catchUp(): Promise<void> {
    try {
      while (!this.call.isOver) {
        await this.call.room();
        if (this.call.isOver) return;
        if (this.sendPage()) continue;
        this.isLive = true;
        this.sayCaughtUp();
        return;
      }
    } catch (error) {
      this.call.end(statusOf(error));
    }
  }

  private follow(events: readonly Committed[]): void {
    if (!this.isLive) return;
    for (const event of events) {
      if (this.call.isOver) return;
      if (this.call.isFull) {
        this.isLive = false;
        void this.catchUp();
        return;
      }
      this.sendLive(event);
    }
    this.sayCaughtUp();
  }

  private sayCaughtUp(): void {
    if (this.saidCaughtUp || this.call.isOver || !this.hasBegun()) return;
    this.saidCaughtUp = true;
    this.call.send(readAnswer.caughtUp());
  }

  private over(): void {
    this.stopListening();
    this.context.calls.remove(this);
  }
}

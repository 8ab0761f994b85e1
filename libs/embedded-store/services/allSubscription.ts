import type { Committed } from '../log/eventLog';
import type { FilterPlan, ReadPlan } from '../protocol/readPlan';
import type { ReadStream } from './readCall';
import { standingAt } from './readSource';
import type { StoreContext } from './storeContext';
import { Subscription } from './subscription';

/** Follows `$all` after a position, with checkpoints where it is filtered. */
export class AllSubscription extends Subscription {
  /** Everything up to this position has been scanned. */
  private position: number;
  private readonly filter: FilterPlan | undefined;
  private sinceCheckpoint = 0;

  constructor(call: ReadStream, plan: ReadPlan, context: StoreContext) {
    super(call, plan.structuredIds, context);
    this.filter = plan.filter;
    const { log } = context;
    this.position = plan.start === 'start' ? 0 : plan.start === 'end' ? log.end : standingAt(log, plan.start);
  }

  protected sendPage(): boolean {
    const events = this.context.log.pageAfter(this.position);
    // While catching up, a checkpoint of the real server after an event that did not match has prepare 0.
    for (const { position, message } of events) if (!this.scan(position, message, 0)) break;
    return events.length > 0;
  }

  protected sendLive({ position, message }: Committed): void {
    if (position > this.position) this.scan(position, message, position);
  }

  protected hasBegun(): boolean {
    return true;
  }

  /** False once the subscription is over. */
  private scan(position: number, message: Buffer, prepareUnmatched: number): boolean {
    this.position = position;
    if (this.filter === undefined) return this.send(message);
    const matches = this.filter.matches(message);
    if (matches && !this.send(message)) return false;
    this.sinceCheckpoint += 1;
    if (this.sinceCheckpoint >= this.filter.checkpointEvery) {
      this.sinceCheckpoint = 0;
      this.sendCheckpoint(position, matches ? position : prepareUnmatched);
    }
    return true;
  }
}

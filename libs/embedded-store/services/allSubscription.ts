import type { Committed } from '../log/eventLog';
import type { StoredEvent } from '../log/page';
import { storedHead } from '../log/storedHead';
import type { FilterPlan, ReadPlan } from '../protocol/readPlan';
import type { GrpcCall } from '../grpc/grpcCall';
import { standingAt } from './readSource';
import type { StoreContext } from './storeContext';
import { Subscription } from './subscription';

type Names = Parameters<FilterPlan['matches']>[0];

/** Follows `$all` after a position, with checkpoints where it is filtered. */
export class AllSubscription extends Subscription {
  /** Everything up to this position has been scanned. */
  private position: number;
  private readonly filter: FilterPlan | undefined;
  private sinceCheckpoint = 0;

  constructor(call: GrpcCall, plan: ReadPlan, context: StoreContext) {
    super(call, plan.structuredIds, context);
    this.filter = plan.filter;
    const { log } = context;
    this.position = plan.start === 'start' ? 0 : plan.start === 'end' ? log.end : standingAt(log, plan.start);
  }

  protected sendPage(): boolean {
    const events = this.context.log.pageAfter(this.position);
    for (const event of events) {
      this.position = event.position;
      if (this.filter === undefined) {
        if (!this.send(event.message)) break;
        // While it catches up, a checkpoint of the real server after an event that did not match has prepare 0.
      } else if (!this.scan(this.filter, event, storedHead(event.message), 0)) break;
    }
    return events.length > 0;
  }

  protected sendLive(event: Committed): void {
    if (event.position <= this.position) return;
    this.position = event.position;
    if (this.filter === undefined) this.send(event.message);
    else this.scan(this.filter, event, event, event.position);
  }

  protected hasBegun(): boolean {
    return true;
  }

  /** False once the subscription is over. */
  private scan(
    filter: FilterPlan,
    { position, message }: StoredEvent,
    names: Names,
    prepareUnmatched: number,
  ): boolean {
    const matches = filter.matches(names);
    if (matches && !this.send(message)) return false;
    this.sinceCheckpoint += 1;
    if (this.sinceCheckpoint >= filter.checkpointEvery) {
      this.sinceCheckpoint = 0;
      this.sendCheckpoint(position, matches ? position : prepareUnmatched);
    }
    return true;
  }
}

import type { Committed } from '../log/eventLog';
import type { ReadPlan } from '../protocol/readPlan';
import type { GrpcCall } from '../grpc/grpcCall';
import type { StoreContext } from './storeContext';
import { Subscription } from './subscription';

/** Follows one stream after a revision. */
export class StreamSubscription extends Subscription {
  /** The next revision to be sent. */
  private next: number;
  private readonly fromEnd: boolean;

  constructor(
    call: GrpcCall,
    plan: ReadPlan,
    private readonly stream: string,
    context: StoreContext,
  ) {
    super(call, plan.structuredIds, context);
    this.fromEnd = plan.start === 'end';
    this.next =
      plan.start === 'start' ? 0 : plan.start === 'end' ? context.log.lastRevision(stream) + 1 : Number(plan.start) + 1;
  }

  protected sendPage(): boolean {
    const { log } = this.context;
    const from = Math.max(this.next, log.firstRevision(this.stream));
    const events = from > log.lastRevision(this.stream) ? [] : log.streamPage(this.stream, from, false);
    this.next = Math.max(this.next, from + events.length);
    for (const { message } of events) if (!this.send(message)) break;
    return events.length > 0;
  }

  protected sendLive({ stream, revision, message }: Committed): void {
    if (stream !== this.stream || revision < this.next) return;
    this.next = revision + 1;
    this.send(message);
  }

  /** Of a stream that does not exist yet the real server says nothing until its first event, unless only new events were asked for. */
  protected hasBegun(): boolean {
    return this.fromEnd || this.context.log.lastRevision(this.stream) >= 0;
  }
}

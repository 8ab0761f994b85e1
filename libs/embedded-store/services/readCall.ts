import type { GrpcCall } from '../grpc/grpcCall';
import type { Handler } from '../grpc/grpcServer';
import { storedHead } from '../log/storedHead';
import { readAnswer } from '../protocol/readAnswer';
import { readPlan } from '../protocol/readPlan';
import type { ReadPlan } from '../protocol/readPlan';
import { structuredId } from '../protocol/structuredId';
import { AllSubscription } from './allSubscription';
import { injected } from './injected';
import { allBackwards, allForwards, streamPages, unexpected } from './readSource';
import type { Pages } from './readSource';
import { statusOf } from './statusOf';
import type { StoreContext } from './storeContext';
import { StreamSubscription } from './streamSubscription';

/** Streams.Read: a read by count, or a subscription. */
export function readCall(context: StoreContext): Handler {
  return (call) => {
    let request: Buffer | undefined;
    call.receive(
      (message) => (request = message),
      () => begin(call, request ?? Buffer.alloc(0), context),
    );
  };
}

function begin(call: GrpcCall, request: Buffer, context: StoreContext): void {
  const end = (error: unknown): void => call.end(statusOf(error));
  try {
    const plan = readPlan(request);
    const isSubscription = plan.count === undefined;
    const serve = (): Promise<void> => (isSubscription ? subscribe(call, plan, context) : read(call, plan, context));
    context.faults.call(
      isSubscription ? 'subscribe' : 'read',
      () => void serve().catch(end),
      (code) => end(injected(code)),
    );
  } catch (error) {
    end(error);
  }
}

async function subscribe(call: GrpcCall, plan: ReadPlan, context: StoreContext): Promise<void> {
  const subscription =
    plan.stream === undefined
      ? new AllSubscription(call, plan, context)
      : new StreamSubscription(call, plan, plan.stream, context);
  await subscription.run();
}

async function read(call: GrpcCall, plan: ReadPlan, context: StoreContext): Promise<void> {
  let left = plan.count ?? 0;
  if (left === 0) throw unexpected(plan.stream === undefined ? 'All' : 'Stream', 'a read asks for one event or more');
  if (plan.stream !== undefined && context.log.lastRevision(plan.stream) < 0) {
    call.send(readAnswer.streamNotFound(plan.stream));
    call.end();
    return;
  }
  for (const events of pagesOf(plan, context)) {
    for (const { message } of events) {
      if (plan.filter !== undefined && !plan.filter.matches(storedHead(message))) continue;
      call.send(plan.structuredIds ? structuredId(message) : message);
      if (--left === 0) break;
    }
    if (left === 0) break;
    await call.room();
    if (call.isOver) return;
  }
  call.end();
}

function pagesOf(plan: ReadPlan, { log }: StoreContext): Pages {
  if (plan.stream !== undefined) return streamPages(log, plan.stream, plan);
  return plan.backwards ? allBackwards(log, plan.start) : allForwards(log, plan.start);
}

import { status } from '@grpc/grpc-js';
import { readAnswer } from '../protocol/readAnswer';
import { readPlan } from '../protocol/readPlan';
import type { ReadPlan } from '../protocol/readPlan';
import { Refusal } from '../protocol/refusal';
import { structuredId } from '../protocol/structuredId';
import { Damaged } from '../log/damaged';
import { storedHead } from '../log/storedHead';
import { hasRoom } from './hasRoom';
import { allBackwards, allForwards, streamPages, unexpected } from './readSource';
import type { Pages } from './readSource';
import type { ReadStream } from './readStream';
import type { StoreContext } from './storeContext';
import { AllSubscription } from './allSubscription';
import { StreamSubscription } from './streamSubscription';

/** Streams.Read: a read by count, or a subscription. */
export function readCall(call: ReadStream, context: StoreContext): void {
  const fail = (code: number, details: string): void => void call.emit('error', { code, details });
  const plan = refusing(() => readPlan(call.request), fail);
  if (plan === undefined) return;
  const isSubscription = plan.count === undefined;
  context.faults.call(
    isSubscription ? 'subscribe' : 'read',
    () => {
      if (isSubscription) refusing(() => subscribe(call, plan, context), fail);
      else read(call, plan, context).catch((error: unknown) => refusing(() => rethrow(error), fail));
    },
    (code) => fail(code, 'A fault of the store, as a test asked for.'),
  );
}

function subscribe(call: ReadStream, plan: ReadPlan, context: StoreContext): void {
  const subscription =
    plan.stream === undefined
      ? new AllSubscription(call, plan, context)
      : new StreamSubscription(call, plan, plan.stream, context);
  subscription.start();
}

async function read(call: ReadStream, plan: ReadPlan, context: StoreContext): Promise<void> {
  let left = plan.count ?? 0;
  if (left === 0) throw unexpected(plan.stream === undefined ? 'All' : 'Stream', 'a read asks for one event or more');
  if (plan.stream !== undefined && context.log.lastRevision(plan.stream) < 0) {
    call.write(readAnswer.streamNotFound(plan.stream));
    call.end();
    return;
  }
  for (const events of pagesOf(plan, context)) {
    for (const { message } of events) {
      if (plan.filter !== undefined && !plan.filter.matches(storedHead(message))) continue;
      call.write(plan.structuredIds ? structuredId(message) : message);
      if (--left === 0) break;
    }
    if (left === 0) break;
    await hasRoom(call);
    if (call.cancelled) return;
  }
  call.end();
}

function pagesOf(plan: ReadPlan, { log }: StoreContext): Pages {
  if (plan.stream !== undefined) return streamPages(log, plan.stream, plan);
  return plan.backwards ? allBackwards(log, plan.start) : allForwards(log, plan.start);
}

/** Ends the call with what the client can be told; anything else is a fault of ours and said as such. */
function refusing<T>(work: () => T, fail: (code: number, details: string) => void): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) fail(error.code, error.message);
    else if (error instanceof Damaged) fail(status.DATA_LOSS, error.message);
    else fail(status.INTERNAL, `The event store failed: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
}

function rethrow(error: unknown): never {
  throw error;
}

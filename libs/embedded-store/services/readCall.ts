import { storedHead } from '../log/storedHead';
import { readAnswer } from '../protocol/readAnswer';
import { readPlan } from '../protocol/readPlan';
import type { ReadPlan } from '../protocol/readPlan';
import { Refusal } from '../protocol/refusal';
import { structuredId } from '../protocol/structuredId';
import { AllSubscription } from './allSubscription';
import { hasRoom } from './hasRoom';
import { allBackwards, allForwards, streamPages, unexpected } from './readSource';
import type { Pages } from './readSource';
import type { ReadStream } from './readStream';
import { statusOf } from './statusOf';
import type { StoreContext } from './storeContext';
import { StreamSubscription } from './streamSubscription';

/** Streams.Read: a read by count, or a subscription. */
export function readCall(call: ReadStream, context: StoreContext): void {
  const end = (error: unknown): void => void call.emit('error', statusOf(error));
  try {
    const plan = readPlan(call.request);
    const isSubscription = plan.count === undefined;
    const begin = (): Promise<void> => (isSubscription ? subscribe(call, plan, context) : read(call, plan, context));
    context.faults.call(
      isSubscription ? 'subscribe' : 'read',
      () => void begin().catch(end),
      (code) => end(new Refusal(code, 'A fault of the store, as a test asked for.')),
    );
  } catch (error) {
    end(error);
  }
}

async function subscribe(call: ReadStream, plan: ReadPlan, context: StoreContext): Promise<void> {
  const subscription =
    plan.stream === undefined
      ? new AllSubscription(call, plan, context)
      : new StreamSubscription(call, plan, plan.stream, context);
  await subscription.run();
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

import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { FaultPlan } from '../faults/faultPlan';
import { encodeStored } from '../log/encodeStored';
import type { Committed, EventLog } from '../log/eventLog';
import type { GroupCommit } from '../log/groupCommit';
import { AllSubscription } from './allSubscription';
import { OpenCalls } from './openCalls';
import type { GrpcCall } from '../grpc/grpcCall';

/** A reader that takes what it is given only when the test says so. */
class SlowReader {
  readonly taken: ReadResp[] = [];
  readonly held: ReadResp[] = [];
  readonly isOver = false;
  private waiting: (() => void)[] = [];

  get isFull(): boolean {
    return this.held.length >= 16;
  }

  onGone(): void {}

  send(message: Buffer): void {
    this.held.push(ReadResp.deserializeBinary(message));
  }

  room(): Promise<void> {
    return new Promise((resolve) => setImmediate(() => (this.isFull ? this.waiting.push(resolve) : resolve())));
  }

  take(): void {
    this.taken.push(...this.held.splice(0));
    this.waiting.splice(0).forEach((resolve) => resolve());
  }
}

const PAGE = 50;

/** A log of as many events as the test puts in. */
function fixture(): { reader: SlowReader; add: (count: number) => void; most: () => number } {
  const events: Committed[] = [];
  const listeners: ((events: readonly Committed[]) => void)[] = [];
  const log = {
    get end() {
      return events.length;
    },
    pageAfter: (position: number) => events.slice(position, position + PAGE),
  };
  const commits = {
    onCommitted: (listener: (events: readonly Committed[]) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const reader = new SlowReader();
  let most = 0;
  const add = (count: number): void => {
    const added = Array.from({ length: count }, (_, index) => eventAt(events.length + index + 1));
    events.push(...added);
    listeners.forEach((listener) => listener(added));
    most = Math.max(most, reader.held.length);
  };
  const context = {
    log: log as unknown as EventLog,
    commits: commits as unknown as GroupCommit,
    calls: new OpenCalls(),
    faults: new FaultPlan([], () => undefined),
  };
  const plan = {
    stream: undefined,
    start: 'start',
    backwards: false,
    count: undefined,
    filter: undefined,
    structuredIds: false,
  } as const;
  void new AllSubscription(reader as unknown as GrpcCall, plan, context).run();
  return { reader, add, most: () => most };
}

function eventAt(position: number): Committed {
  const event = {
    id: '2c0d1f0e-9d5a-4c5e-8a39-0d8a8f1f2a10',
    type: Buffer.from('T'),
    json: true,
    metadata: Buffer.alloc(0),
    data: Buffer.from('{}'),
  };
  const message = encodeStored(event, { stream: Buffer.from('s'), revision: position - 1, position, created: 0 });
  return { stream: 's', type: 'T', revision: position - 1, position, message };
}

const positions = (messages: readonly ReadResp[]): number[] =>
  messages.filter((message) => message.hasEvent()).map((message) => Number(message.getEvent()?.getCommitPosition()));
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('a subscription whose reader is slow', () => {
  it('holds a page at most, however much is written meanwhile, and then gives all of it once and in order', async () => {
    const { reader, add, most } = fixture();
    await turns();
    for (let round = 0; round < 60; round++) {
      add(10);
      await turns();
    }
    expect(reader.held.length).toBeLessThanOrEqual(16 + PAGE);
    expect(most()).toBeLessThanOrEqual(16 + PAGE);
    while (reader.held.length > 0) {
      reader.take();
      await turns();
    }
    expect(positions(reader.taken)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
  });

  it('is live again once it has caught up', async () => {
    const { reader, add } = fixture();
    await turns();
    add(40);
    await turns();
    while (reader.held.length > 0) {
      reader.take();
      await turns();
    }
    add(1);
    // In the same turn: nothing is read from disk for it.
    expect(positions(reader.held)).toEqual([41]);
    expect(reader.taken.filter((message) => message.hasCaughtUp())).toHaveLength(1);
  });
});

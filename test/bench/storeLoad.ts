import { jsonEvent, NO_STREAM, START, streamNameFilter } from '@eventstore/db-client';
import type { AppendExpectedRevision, AppendResult, EventStoreDBClient, JSONEventData } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';

const DATA = { occurredOn: '2026-03-01', text: 'x'.repeat(200) };
const PREFIX = 'bench.';

const sample = (): JSONEventData => jsonEvent({ id: randomUUID(), type: 'Measured.v1', data: DATA });

interface AppendLoad {
  readonly inFlight: number;
  /** Events in each append. */
  readonly batch: number;
  readonly forMs: number;
}

/** Events a second, each writer to a stream of its own with exact revisions. */
export async function appendRate(client: EventStoreDBClient, { inFlight, batch, forMs }: AppendLoad): Promise<number> {
  const begun = performance.now();
  let count = 0;
  const write = async (): Promise<void> => {
    const stream = PREFIX + randomUUID();
    let expectedRevision: AppendExpectedRevision = NO_STREAM;
    while (performance.now() - begun < forMs) {
      const events = Array.from({ length: batch }, sample);
      const result: AppendResult = await client.appendToStream(stream, events, { expectedRevision });
      expectedRevision = result.nextExpectedRevision;
      count += batch;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, write));
  return (count / (performance.now() - begun)) * 1000;
}

/** Makes sure that there are so many events to be read. */
export async function fill(client: EventStoreDBClient, events: number): Promise<void> {
  for (let count = 0; count < events; count += 500) {
    await client.appendToStream(PREFIX + randomUUID(), Array.from({ length: 500 }, sample), {
      expectedRevision: NO_STREAM,
    });
  }
}

/** Events a second that reading `$all` from its start gives. */
export async function readRate(client: EventStoreDBClient, events: number): Promise<number> {
  const begun = performance.now();
  let count = 0;
  // To the end: a read that is broken off stays open in the client.
  for await (const _ of client.readAll({ fromPosition: START, maxCount: events })) count += 1;
  return rateOf(count, events, begun);
}

/** Events a second that a new filtered subscription gives from the start on. */
export async function catchUpRate(client: EventStoreDBClient, events: number): Promise<number> {
  const begun = performance.now();
  let count = 0;
  const filter = streamNameFilter({ prefixes: [PREFIX] });
  const subscription = client.subscribeToAll({ fromPosition: START, filter });
  await new Promise<void>((resolve, reject) => {
    subscription.on('data', () => ++count === events && resolve());
    subscription.on('error', reject);
    subscription.on('end', resolve);
  });
  const rate = rateOf(count, events, begun);
  await subscription.unsubscribe();
  return rate;
}

function rateOf(count: number, due: number, begun: number): number {
  if (count < due) throw new Error(`Only ${count} of ${due} events came.`);
  return (count / (performance.now() - begun)) * 1000;
}

import type { EventStoreDBClient } from '@eventstore/db-client';
import { appendOnce } from './appendOnce';
import type { PreparedAppend } from './preparedAppend';
import type { Lease } from './storeConnection';

const append: PreparedAppend = { stream: 'milepost.a', expected: 4n, first: 5n, ids: ['1', '2'], events: [] };
const two = { ...append, events: [{}, {}] as PreparedAppend['events'] };

/** A client that is ready when a test says so, and counts what it is given to send. */
function clientThat(answers: () => Promise<unknown>) {
  let ready: () => void = () => undefined;
  const becomesReady = new Promise<void>((resolve) => (ready = resolve));
  const sent: unknown[] = [];
  const lost = new AbortController();
  const lease: Lease = {
    client: {
      appendToStream: (...args: unknown[]) => {
        sent.push(args);
        return answers();
      },
    } as unknown as EventStoreDBClient,
    ready: () => becomesReady,
    lost: lost.signal,
  };
  return { lease, lost, ready, sent };
}

const never = (): Promise<never> => new Promise(() => undefined);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('one attempt of an append', () => {
  it('that was given up before it was sent is not sent later', async () => {
    const { lease, ready, sent } = clientThat(never);
    await expect(appendOnce(lease, two, 5)).resolves.toMatchObject({ kind: 'not-sent', poisoned: true });
    ready();
    await turn();
    expect(sent).toEqual([]);
  });

  it('that was given up after it was sent has an unknown outcome', async () => {
    const { lease, ready, sent } = clientThat(never);
    ready();
    await expect(appendOnce(lease, two, 5)).resolves.toMatchObject({ kind: 'unknown' });
    expect(sent).toHaveLength(1);
  });

  it('whose client is lost was not sent, or is not known', async () => {
    const before = clientThat(never);
    before.lost.abort(new Error('given up'));
    await expect(appendOnce(before.lease, two, 1_000)).resolves.toMatchObject({ kind: 'not-sent' });
    const after = clientThat(never);
    after.ready();
    const outcome = appendOnce(after.lease, two, 1_000);
    await turn();
    after.lost.abort(new Error('given up'));
    await expect(outcome).resolves.toMatchObject({ kind: 'unknown', reason: { message: 'given up' } });
  });

  it('is stored at the revision that was expected, and nowhere else', async () => {
    const position = { commit: 9n, prepare: 9n };
    for (const [nextExpectedRevision, kind] of [
      [6n, 'stored'],
      [5n, 'unknown'],
      [7n, 'unknown'],
    ] as const) {
      const { lease, ready } = clientThat(() => Promise.resolve({ success: true, nextExpectedRevision, position }));
      ready();
      await expect(appendOnce(lease, two, 1_000)).resolves.toMatchObject({ kind });
    }
  });

  it.each([
    [
      { type: 'wrong-expected-version', actualVersion: 7n },
      { kind: 'wrong-revision', actual: 7n },
    ],
    [
      { type: 'wrong-expected-version', actualVersion: 'no_stream' },
      { kind: 'wrong-revision', actual: 'no-stream' },
    ],
    [{ type: 'stream-deleted' }, { kind: 'refused' }],
    [{ type: 'maximum-append-size-exceeded' }, { kind: 'refused' }],
    [{ type: 'access-denied' }, { kind: 'refused' }],
    // The same of the call that all appends share says nothing of this one.
    [{ type: 'access-denied', code: 16 }, { kind: 'unknown' }],
    [{ type: 'wrong-expected-version', actualVersion: 7n, code: 9 }, { kind: 'unknown' }],
    [{ type: 'unavailable', code: 14 }, { kind: 'unknown' }],
    [{ type: 'deadline-exceeded' }, { kind: 'unknown' }],
    [{ type: 'unknown', message: 'Could not recognize Server Is Not Ready' }, { kind: 'unknown' }],
    [{ code: 14 }, { kind: 'unknown' }],
  ])('that ends with %j is %j', async (error, outcome) => {
    const { lease, ready } = clientThat(() => Promise.reject(Object.assign(new Error('as the client says'), error)));
    ready();
    await expect(appendOnce(lease, two, 1_000)).resolves.toMatchObject(outcome);
  });
});

import { OutcomeUnknown, StoreUnavailable, WrongRevision, clientFaults } from '@milepost/event-store';
import type { Limits, StoredEvent } from '@milepost/event-store';
import {
  eventIdAt,
  eventMessage,
  notReadyAnswer,
  startHostileServer,
  storedAnswer,
  streamNotFound,
  wrongRevisionAnswer,
} from '../support/hostileServer';
import type { ReadCall, Script } from '../support/hostileServer';
import { connectQuick, counted } from '../support/writing';

const STREAM = 'milepost.count-a';
const closing: (() => Promise<void> | void)[] = [];

/** Where nothing good can come, it should come soon. */
const SOON = { appendMs: 1_500, readMs: 900, attemptMs: 300, pingMs: 300 };

async function against(script: Script, limits: Partial<Limits> = {}) {
  const server = await startHostileServer(script);
  const client = connectQuick(server.connectionString, limits);
  closing.push(
    () => client.close(),
    () => server.stop(),
  );
  return client;
}

/** Our event stands at the first place of the stream. */
function holds(id: string): (request: unknown, call: ReadCall) => void {
  return (_request, call) => {
    call.write(eventMessage({ stream: STREAM, revision: 0, at: 7, id }));
    call.end();
  };
}

function holdsNothing(_request: unknown, call: ReadCall): void {
  call.write(streamNotFound());
  call.end();
}

async function all(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const read: StoredEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('an append to a store that answers wrongly', () => {
  const event = counted(1);

  it('is not harmed by an answer to nobody, nor is the process', async () => {
    const before = clientFaults();
    const client = await against({
      append: (request, call) => {
        call.write(storedAnswer(request, 0, 'ffffffff-0000-4000-8000-000000000000'));
        call.write(storedAnswer(request, 0));
      },
    });
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toMatchObject({ revision: 0n });
    expect(clientFaults()).toBeGreaterThan(before);
  });

  it('is stored where it is stored, though the store says another revision', async () => {
    const client = await against({
      append: (request, call) => call.write(storedAnswer(request, 41)),
      read: holds(event.id),
    });
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toEqual({
      revision: 0n,
      position: { commit: 7n, prepare: 7n },
    });
  });

  it('is stored where it is stored, though the store says that the revision was wrong', async () => {
    const client = await against({
      append: (request, call) => call.write(wrongRevisionAnswer(request, 0)),
      read: holds(event.id),
    });
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toMatchObject({ revision: 0n });
  });

  it('is stored where it is stored, though the store is silent', async () => {
    const client = await against({ read: holds(event.id) });
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toMatchObject({ revision: 0n });
  });

  it('is stored where it is stored, though the store answers with an error without a name', async () => {
    const client = await against({
      append: (request, call) => call.write(notReadyAnswer(request)),
      read: holds(event.id),
    });
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toMatchObject({ revision: 0n });
  });

  it('is sent again, with the same ids, while its place is empty', async () => {
    const sent: string[] = [];
    const client = await against({
      append: (request, call) => {
        sent.push(request.getProposedMessagesList()[0]?.getId()?.getString() ?? '');
        call.write(sent.length < 3 ? notReadyAnswer(request) : storedAnswer(request, 0));
      },
      read: holdsNothing,
    });
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toMatchObject({ revision: 0n });
    expect(sent).toEqual([event.id, event.id, event.id]);
  });

  it('has failed for certain where others stand in its place', async () => {
    const client = await against({ read: holds(eventIdAt(1)) });
    await expect(client.append(STREAM, [event], 'no-stream')).rejects.toMatchObject({
      name: 'WrongRevision',
      actual: undefined,
    });
  });

  it('has failed for certain where the store says so and its place is empty', async () => {
    const client = await against({
      append: (request, call) => call.write(wrongRevisionAnswer(request, undefined)),
      read: holdsNothing,
    });
    const refused = client.append(STREAM, [event], 3n);
    await expect(refused).rejects.toBeInstanceOf(WrongRevision);
    await expect(refused).rejects.toMatchObject({ expected: 3n, actual: 'no-stream' });
  });

  it('is not called failed where an attempt before was never answered and its place is empty', async () => {
    let attempts = 0;
    const client = await against(
      {
        append: (request, call) => {
          attempts += 1;
          if (attempts > 1) call.write(wrongRevisionAnswer(request, 1));
        },
        read: holdsNothing,
      },
      SOON,
    );
    await expect(client.append(STREAM, [event], 3n)).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(attempts).toBeGreaterThan(1);
  });

  it('has an unknown outcome where neither answer nor reading tells, within its time', async () => {
    const client = await against({}, SOON);
    const start = performance.now();
    const refused = client.append(STREAM, [event], 'no-stream');
    await expect(refused).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(refused).rejects.toMatchObject({ stream: STREAM, eventIds: [event.id] });
    expect(performance.now() - start).toBeLessThan(2_500);
  });

  it('was certainly not written where nothing could be sent', async () => {
    const client = connectQuick('esdb://127.0.0.1:1?tls=false', { appendMs: 400 });
    closing.push(() => client.close());
    await expect(client.append(STREAM, [event], 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it.each([
    ['fails', (_answer: () => void, fail: (code: number) => void) => fail(13)],
    ['is not answered', () => undefined],
  ])('is made by another client where the first question for features %s', async (_what, wrong) => {
    let asked = 0;
    const client = await against({
      features: (answer, fail) => (++asked === 1 ? wrong(answer, fail) : answer()),
      append: (request, call) => call.write(storedAnswer(request, 0)),
    });
    await expect(client.append(STREAM, [event], 'no-stream')).resolves.toMatchObject({ revision: 0n });
    expect(asked).toBe(2);
  });

  it('was certainly not written where the question for features is never answered', async () => {
    let appends = 0;
    const client = await against({ features: () => undefined, append: () => (appends += 1) }, SOON);
    await expect(client.append(STREAM, [event], 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
    expect(appends).toBe(0);
  });
});

describe('a read of a store that answers wrongly', () => {
  it('ends in its time', async () => {
    const client = await against({}, SOON);
    await expect(client.lastOf(STREAM)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(client.ping()).resolves.toBe(false);
  });

  it('is not cut short by the end of its client', async () => {
    let sent: () => void = () => undefined;
    const half = new Promise<void>((resolve) => (sent = resolve));
    const client = await against(
      {
        read: (_request, call) => {
          call.write(eventMessage({ stream: STREAM, revision: 0, at: 7 }), () => setImmediate(sent));
        },
      },
      SOON,
    );
    const reading = all(client.readStream(STREAM));
    const rejected = expect(reading).rejects.toBeInstanceOf(StoreUnavailable);
    await half;
    await client.close();
    await rejected;
  });

  it('refuses events of another stream, out of order, or without an id', async () => {
    for (const wrong of [
      { stream: 'milepost.count-b', revision: 2, at: 8 },
      { stream: STREAM, revision: 0, at: 8 },
      { stream: STREAM, revision: 2, at: 8, id: '' },
    ]) {
      const client = await against(
        {
          read: (_request, call) => {
            call.write(eventMessage({ stream: STREAM, revision: 1, at: 7 }));
            call.write(eventMessage(wrong));
            call.end();
          },
        },
        SOON,
      );
      await expect(all(client.readStream(STREAM))).rejects.toThrow(Error);
    }
  });

  it('finds nothing at a position where another event stands', async () => {
    const client = await against({
      read: (_request, call) => {
        call.write(eventMessage({ stream: STREAM, revision: 1, at: 9 }));
        call.end();
      },
    });
    await expect(client.eventAt({ commit: 8n, prepare: 8n })).resolves.toBeUndefined();
    await expect(client.eventAt({ commit: 9n, prepare: 9n })).resolves.toMatchObject({ revision: 1n });
  });
});

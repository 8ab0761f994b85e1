import {
  ANY,
  EventStoreDBClient,
  excludeSystemEvents,
  NO_STREAM,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bytesSample,
  collect,
  failureOf,
  jsonSample,
  jsonSamples,
  newStream,
  readIds,
} from '../../test/contract/samples';
import { watch } from '../../test/contract/watch';
import type { Fault } from './faults/fault';
import { startEmbeddedStore } from './startEmbeddedStore';
import type { RunningStore } from './runningStore';
import { StoreRefused } from './storeRefused';

describe('the embedded store', () => {
  let folder = '';
  let stores: RunningStore[] = [];
  let clients: EventStoreDBClient[] = [];
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'milepost-store-'))));
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await Promise.all(stores.map((store) => store.stop()));
    [stores, clients] = [[], []];
    rmSync(folder, { recursive: true });
  });

  const start = async (faults: readonly Fault[] = [], port = 0): Promise<RunningStore> => {
    const store = await startEmbeddedStore({ file: join(folder, 'store.sqlite'), port, faults });
    stores.push(store);
    return store;
  };
  const connect = ({ connectionString }: RunningStore, scheme = 'esdb'): EventStoreDBClient => {
    const client = EventStoreDBClient.connectionString(connectionString.replace('esdb', scheme));
    clients.push(client);
    return client;
  };
  const started = async (faults: readonly Fault[] = []): Promise<EventStoreDBClient> => connect(await start(faults));

  it('is found by a client that looks for a cluster', async () => {
    const client = connect(await start(), 'esdb+discover');
    expect(await client.appendToStream(newStream(), jsonSample())).toMatchObject({ success: true });
  });

  it('keeps events, positions and known ids from one start to the next', async () => {
    const stream = newStream();
    const events = jsonSamples(3);
    const first = await start();
    const before = connect(first);
    const result = await before.appendToStream(stream, events, { expectedRevision: NO_STREAM });
    await before.dispose();
    await first.stop();
    const client = await started();
    expect(readIds(await collect(client.readStream(stream)))).toEqual(events.map(({ id }) => id));
    expect(await client.appendToStream(stream, events, { expectedRevision: NO_STREAM })).toEqual(result);
    expect(await client.appendToStream(stream, events, { expectedRevision: ANY })).toEqual(result);
    const next = await client.appendToStream(stream, jsonSample(), { expectedRevision: 2n });
    expect(next.position?.commit).toBeGreaterThan(result.position?.commit ?? 0n);
  });

  describe('refuses', () => {
    it.each<[string, (client: EventStoreDBClient, stream: string) => Promise<unknown>, string]>([
      [
        'appends with credentials',
        (client, stream) =>
          client.appendToStream(stream, jsonSample(), { credentials: { username: 'a', password: 'b' } }),
        'does not offer appends with credentials',
      ],
      ['deletes', (client, stream) => client.deleteStream(stream), 'does not offer deleting'],
      ['tombstones', (client, stream) => client.tombstoneStream(stream), 'does not offer deleting'],
      [
        'regular expressions',
        (client) => collect(client.subscribeToAll({ filter: excludeSystemEvents() })),
        'not by regular expressions',
      ],
      [
        'links',
        (client, stream) => collect(client.readStream(stream, { resolveLinkTos: true })),
        'does not resolve links',
      ],
      [
        'persistent subscriptions',
        (client, stream) =>
          client.createPersistentSubscriptionToStream(
            stream,
            'group',
            persistentSubscriptionToStreamSettingsFromDefaults(),
          ),
        'does not implement',
      ],
      ['projections', (client) => client.enableProjection('$by_category'), 'does not implement'],
    ])('%s, at once and with a sentence', async (_what, attempt, sentence) => {
      const client = await started();
      const stream = newStream();
      await client.appendToStream(stream, jsonSample());
      const error = await failureOf(attempt(client, stream));
      expect((error as Error).message).toContain(sentence);
      expect(await client.appendToStream(stream, jsonSample())).toMatchObject({ nextExpectedRevision: 1n });
    });

    it.each([{ maxAge: 10 }, { truncateBefore: 2 }, { acl: { readRoles: ['x'] } }])(
      'the stream rule %j',
      async (metadata) => {
        const client = await started();
        const error = await failureOf(client.setStreamMetadata(newStream(), metadata));
        expect((error as Error).message).toContain('does not know the stream rule');
      },
    );

    it('reads that cannot begin, with the reason after the words of the real server', async () => {
      const client = await started();
      const stream = newStream();
      await client.appendToStream(stream, jsonSample());
      const error = (await failureOf(collect(client.readStream(stream, { maxCount: 0 })))) as Error;
      expect(error.message).toBe('2 UNKNOWN: Unexpected ReadStreamResult: Error (a read asks for one event or more).');
    });

    it.each(['', '$$'])('the stream name "%s" with a sentence', async (name) => {
      const client = await started();
      expect(((await failureOf(client.appendToStream(name, jsonSample()))) as Error).message).toMatch(
        /The append is refused because .+\./,
      );
    });

    it('what comes after its deadline, and stores nothing of it', async () => {
      const client = await started([{ do: 'delay', call: 'append', nth: 2, ms: 30 }]);
      const stream = newStream();
      await client.appendToStream(stream, jsonSample());
      expect(await failureOf(client.appendToStream(stream, jsonSample(), { deadline: 1 }))).toMatchObject({
        type: 'deadline-exceeded',
      });
      expect(await collect(client.readStream(stream))).toHaveLength(1);
    });

    it('a second store on the file, another machine, and a taken port', async () => {
      const store = await start();
      expect(await failureOf(start())).toBeInstanceOf(StoreRefused);
      const file = join(folder, 'other.sqlite');
      expect(await failureOf(startEmbeddedStore({ file, port: 0, host: '0.0.0.0' }))).toMatchObject({
        message: expect.stringContaining('this machine only') as string,
      });
      expect(await failureOf(startEmbeddedStore({ file, port: store.port }))).toMatchObject({
        message: expect.stringContaining('is taken') as string,
      });
      // The file of a start that failed can be had.
      stores.push(await startEmbeddedStore({ file, port: 0 }));
    });
  });

  describe('when it is stopped', () => {
    it('ends subscriptions as unavailable, answers what it has taken, and leaves a file that can be had', async () => {
      const store = await start();
      const client = connect(store);
      const stream = newStream();
      await client.appendToStream(stream, jsonSample());
      const watched = watch(client.subscribeToAll({ fromPosition: START }));
      await watched.until(() => watched.said.includes('caught up'));
      const appends = Array.from({ length: 20 }, () => client.appendToStream(newStream(), jsonSample()));
      await appends[0];
      await store.stop();
      await watched.until(() => watched.said.includes('UnavailableError'));
      const answers = await Promise.allSettled(appends);
      const acknowledged = answers.filter(({ status }) => status === 'fulfilled').length;
      expect(await store.ended).toBeUndefined();
      const again = await started();
      expect((await collect(again.readAll())).length).toBeGreaterThanOrEqual(1 + acknowledged);
    });
  });

  describe('does wrong what a test asks for', () => {
    it('cuts connections after a commit and before its answer: stored once, also when repeated', async () => {
      const client = await started([{ do: 'cut', nth: 2 }]);
      const stream = newStream();
      await client.appendToStream(stream, jsonSample());
      const events = jsonSamples(2);
      await failureOf(client.appendToStream(stream, events, { expectedRevision: 0n }));
      expect(readIds(await collect(client.readStream(stream))).slice(1)).toEqual(events.map(({ id }) => id));
      expect(await client.appendToStream(stream, events, { expectedRevision: 0n })).toMatchObject({
        nextExpectedRevision: 2n,
      });
      expect(await collect(client.readStream(stream))).toHaveLength(3);
    });

    it('finds the disk full: appends are refused, reads go on, and it recovers by itself', async () => {
      const client = await started([{ do: 'disk-full', nth: 2, times: 2 }]);
      const stream = newStream();
      await client.appendToStream(stream, jsonSample());
      for (let attempt = 0; attempt < 2; attempt++) {
        const error = (await failureOf(client.appendToStream(stream, bytesSample(500_000)))) as Error;
        expect(error.message).toContain('disk of the event store is full');
        expect(await collect(client.readStream(stream))).toHaveLength(1);
      }
      expect(await client.appendToStream(stream, bytesSample(500_000))).toMatchObject({ nextExpectedRevision: 1n });
    });

    it('falls silent: takes calls and answers none', async () => {
      const client = await started([{ do: 'silence', call: 'read', nth: 2 }]);
      const stream = newStream();
      await client.appendToStream(stream, jsonSample());
      expect(await collect(client.readStream(stream))).toHaveLength(1);
      let isAnswered = false;
      void collect(client.readStream(stream)).finally(() => (isAnswered = true));
      for (let index = 0; index < 5; index++) await client.appendToStream(stream, jsonSample());
      expect(isAnswered).toBe(false);
    });

    it('fails and delays calls', async () => {
      const client = await started([
        { do: 'fail', call: 'read', nth: 1, code: 13 },
        { do: 'fail', call: 'append', nth: 1, code: 14 },
        { do: 'delay', call: 'append', nth: 2, ms: 50 },
      ]);
      const stream = newStream();
      expect(await failureOf(collect(client.readStream(stream)))).toMatchObject({ code: 13 });
      await failureOf(client.appendToStream(stream, jsonSample()));
      const begun = performance.now();
      await client.appendToStream(stream, jsonSample());
      expect(performance.now() - begun).toBeGreaterThanOrEqual(49);
      expect(await collect(client.readStream(stream))).toHaveLength(1);
    });

    it('drops a subscription after an event, without an error', async () => {
      const client = await started([{ do: 'drop', nth: 3 }]);
      const stream = newStream();
      await client.appendToStream(stream, jsonSamples(5));
      const watched = watch(client.subscribeToStream(stream));
      await watched.until(() => watched.said.includes('end'));
      expect(watched.events).toHaveLength(3);
      const again = watch(client.subscribeToStream(stream, { fromRevision: 2n }));
      await again.count(2);
      await again.stop();
    });

    it('but not in production', async () => {
      const before = process.env.NODE_ENV;
      process.env.NODE_ENV = 'production';
      try {
        expect(await failureOf(start([{ do: 'drop', nth: 1 }]))).toBeInstanceOf(StoreRefused);
      } finally {
        process.env.NODE_ENV = before;
      }
    });
  });
});

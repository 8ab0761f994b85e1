import { EventStoreDBClient } from '@eventstore/db-client';
import { checkStore, storeFile } from '@milepost/embedded-store';
import type { Fault } from '@milepost/embedded-store';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, failureOf, jsonSample, jsonSamples, newStream, readIds } from '../../test/contract/samples';
import { watch } from '../../test/contract/watch';
import { builtApps } from '../../test/support/builtApps';
import type { BuiltApps } from '../../test/support/builtApps';
import { StoreDidNotStart, startStoreProcess } from '../../test/support/storeProcess';
import type { StoreProcess } from '../../test/support/storeProcess';

// Each test starts processes, which takes its time on a busy machine.
jest.setTimeout(60_000);

describe('the event store as a process of its own', () => {
  let built: BuiltApps;
  let dataDir = '';
  let processes: StoreProcess[] = [];
  let clients: EventStoreDBClient[] = [];
  beforeAll(() => (built = builtApps(['apps/event-store', 'libs/embedded-store', 'libs/platform'])));
  afterAll(() => built.remove());
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'milepost-process-'))));
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    for (const { child, ended } of processes) {
      child.kill('SIGKILL');
      await ended;
    }
    [processes, clients] = [[], []];
    rmSync(dataDir, { recursive: true });
  });

  const start = async (faults: readonly Fault[] = [], port = 0, env = {}): Promise<StoreProcess> => {
    const store = await startStoreProcess({ main: built.file('apps/event-store/main.js'), dataDir, port, faults, env });
    processes.push(store);
    return store;
  };
  const connect = ({ url }: StoreProcess): EventStoreDBClient => {
    const client = EventStoreDBClient.connectionString(url);
    clients.push(client);
    return client;
  };
  const refusalOf = async (starting: Promise<StoreProcess>): Promise<StoreDidNotStart> => {
    const error = await failureOf(starting);
    if (error instanceof StoreDidNotStart) return error;
    throw error;
  };

  it('ends subscriptions and itself when asked to, within five seconds', async () => {
    const store = await start();
    const client = connect(store);
    const stream = newStream();
    await client.appendToStream(stream, jsonSample());
    const watched = watch(client.subscribeToStream(stream));
    await watched.until(() => watched.said.includes('caught up'));
    const asked = Date.now();
    store.child.kill('SIGTERM');
    expect(await store.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5000);
    await watched.until(() => watched.said.includes('UnavailableError'));
    expect(checkStore(storeFile(dataDir))).toMatchObject({ events: 1, problems: [] });
  });

  describe('says in one sentence why it does not start, and ends with 1:', () => {
    it('the folder is in use', async () => {
      await start();
      const { code, said } = await refusalOf(start());
      expect({ code, said }).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^The store \S+ is in use by another process: .+\.\n$/) as string,
      });
    });

    it('the port is taken', async () => {
      const { url } = await start();
      const port = Number(new URL(url).port);
      const other = mkdtempSync(join(tmpdir(), 'milepost-process-'));
      const { code, said } = await refusalOf(
        startStoreProcess({ main: built.file('apps/event-store/main.js'), dataDir: other, port }),
      );
      rmSync(other, { recursive: true });
      expect({ code, said }).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^The port \d+ on 127\.0\.0\.1 is taken: .+\.\n$/) as string,
      });
    });

    it('the folder cannot be made', async () => {
      const file = join(dataDir, 'file');
      writeFileSync(file, '');
      const starting = startStoreProcess({
        main: built.file('apps/event-store/main.js'),
        dataDir: join(file, 'folder'),
      });
      expect(await refusalOf(starting)).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^The data folder \S+ cannot be made/) as string,
      });
    });

    it('faults are asked for in production', async () => {
      const refusal = await refusalOf(start([{ do: 'drop', nth: 1 }], 0, { NODE_ENV: 'production' }));
      expect(refusal).toMatchObject({ code: 1, said: expect.stringContaining('Fault modes are for tests') as string });
    });

    it('the faults make no sense', async () => {
      const refusal = await refusalOf(start([], 0, { MILEPOST_STORE_FAULTS: '[{"do":"wrong"}]' }));
      expect(refusal).toMatchObject({ code: 1, said: expect.stringContaining('not a list of faults') as string });
    });
  });

  describe('killed', () => {
    it('before a commit, holds nothing of it, and takes it when it is tried again', async () => {
      const first = await start([{ do: 'die', at: 'before-commit', nth: 2 }]);
      const stream = newStream();
      const known = jsonSample();
      const client = connect(first);
      await client.appendToStream(stream, known);
      const events = jsonSamples(3);
      await failureOf(client.appendToStream(stream, events, { expectedRevision: 0n }));
      expect(await first.ended).toBe('SIGKILL');
      // Pending appends of all clients of a process lie in one map: this one's next failure would reject the other's.
      await client.dispose();
      const again = connect(await start());
      expect(readIds(await collect(again.readStream(stream)))).toEqual([known.id]);
      expect(await again.appendToStream(stream, events, { expectedRevision: 0n })).toMatchObject({
        nextExpectedRevision: 3n,
      });
    });

    it('after a commit and before its answer, holds it, and answers as the first time when it is tried again', async () => {
      const first = await start([{ do: 'die', at: 'after-commit', nth: 2 }]);
      const stream = newStream();
      const known = jsonSample();
      const client = connect(first);
      await client.appendToStream(stream, known);
      const events = jsonSamples(3);
      await failureOf(client.appendToStream(stream, events, { expectedRevision: 0n }));
      expect(await first.ended).toBe('SIGKILL');
      // Pending appends of all clients of a process lie in one map: this one's next failure would reject the other's.
      await client.dispose();
      const again = connect(await start());
      expect(readIds(await collect(again.readStream(stream)))).toEqual([known, ...events].map(({ id }) => id));
      expect(await again.appendToStream(stream, events, { expectedRevision: 0n })).toMatchObject({
        nextExpectedRevision: 3n,
      });
      expect(await collect(again.readStream(stream))).toHaveLength(4);
    });
  });
});

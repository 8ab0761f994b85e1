import { EventStoreDBClient } from '@eventstore/db-client';
import type * as EmbeddedStore from '@milepost/embedded-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, failureOf, jsonSample, newStream } from '../../test/contract/samples';
import { builtApps } from '../../test/support/builtApps';
import type { BuiltApps } from '../../test/support/builtApps';

jest.setTimeout(60_000);

describe('the event store in a thread', () => {
  let built: BuiltApps;
  let folder = '';
  let room: typeof EmbeddedStore;
  beforeAll(() => {
    built = builtApps(['libs/embedded-store']);
    room = createRequire(__filename)(built.file('libs/embedded-store/index.js')) as typeof EmbeddedStore;
    folder = mkdtempSync(join(tmpdir(), 'milepost-thread-'));
  });
  afterAll(() => {
    built.remove();
    rmSync(folder, { recursive: true });
  });

  it('serves, stops when asked to, and gives up its file', async () => {
    const file = join(folder, 'store.sqlite');
    const store = await room.startEmbeddedStoreThread({ file, port: 0 });
    const client = EventStoreDBClient.connectionString(store.connectionString);
    const stream = newStream();
    await client.appendToStream(stream, jsonSample());
    expect(await collect(client.readStream(stream))).toHaveLength(1);
    await client.dispose();
    await store.stop();
    expect(await store.ended).toBeUndefined();
    expect(room.checkStore(file)).toMatchObject({ events: 1, problems: [] });
  });

  it('refuses as the store does', async () => {
    const file = join(folder, 'twice.sqlite');
    const store = await room.startEmbeddedStoreThread({ file, port: 0 });
    const error = await failureOf(room.startEmbeddedStoreThread({ file, port: 0 }));
    expect(error).toMatchObject({ name: 'StoreRefused', message: expect.stringContaining('in use') as string });
    await store.stop();
  });
});

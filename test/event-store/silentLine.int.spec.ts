import { startEmbeddedStore } from '@milepost/embedded-store';
import { OutcomeUnknown, StoreUnavailable } from '@milepost/event-store';
import { PausableProxy } from '../support/pausableProxy';
import { temporaryFile } from '../support/temporaryFile';
import { Keeper, SILENCE, connectQuick, counted, until } from '../support/writing';

const STREAM = 'milepost.count-a';
const closing: (() => Promise<void>)[] = [];

async function throughProxy(limits: Parameters<typeof connectQuick>[1]) {
  const store = await startEmbeddedStore({ file: temporaryFile('store.db'), port: 0 });
  const proxy = await PausableProxy.to(store.port);
  const client = connectQuick(`esdb://127.0.0.1:${proxy.port}?tls=false`, limits);
  closing.push(
    () => client.close(),
    () => proxy.close(),
    () => store.stop(),
  );
  return { client, proxy };
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a line to the store that falls silent without being cut', () => {
  it('is noticed by a follower, who goes on when it speaks again', async () => {
    const { client, proxy } = await throughProxy(SILENCE);
    const keeper = new Keeper();
    const follower = client.follow({ prefix: 'milepost.', from: keeper.from, take: keeper.take });
    const events = [counted(1), counted(2)] as const;
    await client.append(STREAM, [events[0]], 'no-stream');
    await keeper.holds(1);
    proxy.pause();
    await until(follower.state, (state) => state.kind === 'waiting');
    const appending = client.append(STREAM, [events[1]], 0n);
    proxy.resume();
    await appending;
    await keeper.holds(2);
    expect(keeper.ids).toEqual(events.map((event) => event.id));
  });

  it('leaves an append in time, either unknown or certainly not sent, and what was unknown is stored once', async () => {
    const { client, proxy } = await throughProxy({ appendMs: 2_500 });
    await client.append(STREAM, [counted(1)], 'no-stream');
    const event = counted(2);
    proxy.pause();
    const start = performance.now();
    await expect(client.append(STREAM, [event], 0n)).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(client.append('milepost.count-b', [counted(3)], 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
    expect(performance.now() - start).toBeLessThan(7_000);
    await expect(client.ping()).resolves.toBe(false);
    proxy.resume();
    await expect(client.append(STREAM, [event], 0n)).resolves.toMatchObject({ revision: 1n });
    const stored: string[] = [];
    for await (const { id } of client.readStream(STREAM)) stored.push(id);
    expect(stored).toHaveLength(2);
    await expect(client.lastOf('milepost.count-b')).resolves.toBeUndefined();
  });
});

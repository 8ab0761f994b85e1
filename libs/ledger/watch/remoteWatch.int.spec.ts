import { MessageChannel } from 'node:worker_threads';
import { filter, firstValueFrom, take, toArray } from 'rxjs';
import type { SequencerState } from '../ledger';
import { WatchSubjects } from '../sequencer/watchSubjects';
import { announce } from './announce';
import { remoteWatch } from './remoteWatch';

const owner = (): WatchSubjects => new WatchSubjects({ size: 3, lastRecordedAt: 30 });

it('tells the other side of a port what stands, and what changes, in order', async () => {
  const { port1, port2 } = new MessageChannel();
  const watch = owner();
  const remote = remoteWatch('milepost');
  port2.on('message', (message) => remote.receive(message));
  const heads = firstValueFrom(
    remote.watch.head.pipe(
      filter(({ size }) => size > 0),
      take(3),
      toArray(),
    ),
  );
  const announced = announce('milepost', watch, (message) => port1.postMessage(message));
  watch.head.next({ size: 4, lastRecordedAt: 40 });
  watch.freshAt.next(50);
  watch.state.next({ kind: 'stopped', reason: 'lost events' });
  watch.head.next({ size: 5, lastRecordedAt: 41 });
  expect((await heads).map(({ size }) => size)).toEqual([3, 4, 5]);
  expect(await firstValueFrom(remote.watch.freshAt)).toBe(50);
  expect(await firstValueFrom(remote.watch.state)).toEqual<SequencerState>({ kind: 'stopped', reason: 'lost events' });
  announced.unsubscribe();
  expect(watch.head.observed).toBe(false);
  port1.close();
});

it('takes its own ledger’s messages and leaves the others', async () => {
  const remote = remoteWatch('milepost');
  announce('milepostaccess', owner(), (message) => expect(remote.receive(message)).toBe(false));
  for (const other of [undefined, null, 'head', {}, { milepost: 'views' }]) expect(remote.receive(other)).toBe(false);
  expect(await firstValueFrom(remote.watch.head)).toEqual({ size: 0, lastRecordedAt: undefined });
  announce('milepost', owner(), (message) => expect(remote.receive(message)).toBe(true));
  expect(await firstValueFrom(remote.watch.head)).toEqual({ size: 3, lastRecordedAt: 30 });
});

it('says when the other thread is gone', async () => {
  const remote = remoteWatch('milepost');
  const states = firstValueFrom(remote.watch.state.pipe(toArray()));
  remote.close('the follower thread ended');
  expect(await states).toEqual([{ kind: 'starting' }, { kind: 'stopped', reason: 'the follower thread ended' }]);
});

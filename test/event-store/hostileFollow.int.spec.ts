import type { FollowerState, Limits, Position } from '@milepost/event-store';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { caughtUp, confirmation, eventIdAt, eventMessage, startHostileServer } from '../support/hostileServer';
import type { ReadCall } from '../support/hostileServer';
import { Keeper, SILENCE, connectQuick, until } from '../support/writing';

const closing: (() => Promise<void> | void)[] = [];
const at = (position: number) => ({ stream: 'milepost.count-a', revision: position - 1, at: position });

/** A log of events at positions 1 to `size`, all ours, and a subscription for each time one is asked for. */
async function against(
  size: number,
  subscriptions: readonly ((call: ReadCall) => void)[],
  limits: Partial<Limits> = {},
) {
  let subscribed = 0;
  const asked: (number | undefined)[] = [];
  const server = await startHostileServer({
    read: (request, call) => {
      if (!request.hasSubscription()) return read(request, call, size);
      asked.push(Number(request.getAll()?.getPosition()?.getCommitPosition() ?? 0));
      subscriptions[Math.min(subscribed++, subscriptions.length - 1)]?.(call);
    },
  });
  const client = connectQuick(server.connectionString, limits);
  closing.push(
    () => client.close(),
    () => server.stop(),
  );
  return { client, asked };
}

/** Reads of `$all`: the newest backwards, or the one at a position. */
function read(request: ReadReq.Options, call: ReadCall, size: number): void {
  const from = request.getAll()?.getPosition();
  const isBackwards = Number(request.getReadDirection()) === 1;
  let position = isBackwards ? Number(from?.getCommitPosition() ?? size + 1) - 1 : Number(from?.getCommitPosition());
  for (let left = Number(request.getCount()); left > 0 && position > 0 && position <= size; left -= 1) {
    call.write(eventMessage(at(position)));
    position += isBackwards ? -1 : 1;
  }
  call.end();
}

function delivering(...messages: (number | 'caught-up' | 'end' | ReturnType<typeof eventMessage>)[]) {
  return (call: ReadCall): void => {
    call.write(confirmation());
    for (const message of messages) {
      if (message === 'end') call.end();
      else if (message === 'caught-up') call.write(caughtUp());
      else call.write(typeof message === 'number' ? eventMessage(at(message)) : message);
    }
  };
}

function followed(client: ReturnType<typeof connectQuick>, keeper = new Keeper(), from = keeper.from) {
  const follower = client.follow({ prefix: 'milepost.', from, take: keeper.take });
  const states: FollowerState[] = [];
  follower.state.subscribe((state) => states.push(state));
  const reasons = () => states.map((state) => (state.kind === 'waiting' ? state.reason : ''));
  return { follower, keeper, states, reasons };
}

const ids = (...positions: number[]): string[] => positions.map((position) => eventIdAt(position));

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a follower of a store that answers wrongly', () => {
  it('subscribes again where the store ends the subscription without an error', async () => {
    const { client, asked } = await against(4, [delivering(1, 2, 'end'), delivering(3, 4, 'caught-up')]);
    const { follower, keeper } = followed(client);
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ids(1, 2, 3, 4));
    expect(asked).toEqual([0, 2]);
  });

  it('drops what it had already, and what is not its own', async () => {
    const foreign = eventMessage({ stream: 'other.count-a', revision: 0, at: 3 });
    const { client } = await against(4, [delivering(1, 2, 'end'), delivering(1, 2, foreign, 4, 'caught-up')]);
    const { follower, keeper } = followed(client);
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ids(1, 2, 4));
  });

  it('takes nothing that comes after a later event, and goes on from the last that it took', async () => {
    const { client, asked } = await against(4, [delivering(1, 3, 2, 4), delivering(4, 'caught-up')]);
    const { follower, keeper, reasons } = followed(client);
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ids(1, 3, 4));
    expect(reasons()).toContain('the store sent 2/2 after 3/3');
    expect(asked).toEqual([0, 3]);
  });

  it('survives an event that the client cannot read', async () => {
    const broken = eventMessage({ ...at(2), id: '' });
    const { client } = await against(2, [delivering(1, broken), delivering(2, 'caught-up')]);
    const { follower, keeper } = followed(client);
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ids(1, 2));
  });

  it('subscribes again where nothing comes while a reading shows that something should', async () => {
    const { client } = await against(3, [delivering(1, 'caught-up'), delivering(2, 3, 'caught-up')], SILENCE);
    const { keeper, reasons } = followed(client);
    await keeper.holds(3);
    expect(keeper.ids).toEqual(ids(1, 2, 3));
    expect(reasons()).toContain('the subscription is silent while there are events for it');
  });

  it('subscribes again where the subscription is never confirmed', async () => {
    const { client } = await against(1, [() => undefined, delivering(1, 'caught-up')], SILENCE);
    const { follower, keeper, reasons } = followed(client);
    await until(follower.state, (state) => state.kind === 'live');
    expect(keeper.ids).toEqual(ids(1));
    expect(reasons()).toContain('the store did not confirm the subscription');
  });

  it('is live, and stays so, where nothing comes because there is nothing', async () => {
    const { client, asked } = await against(1, [delivering(1, 'caught-up')], SILENCE);
    const { follower, states } = followed(client);
    await until(follower.state, (state) => state.kind === 'live');
    const heard = follower.lastHeard();
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (follower.lastHeard() === heard) return;
        clearInterval(look);
        resolve();
      }, 20);
    });
    expect(asked).toHaveLength(1);
    expect(states.at(-1)).toEqual({ kind: 'live' });
  });

  it('knows by itself that it has caught up with a store that never says so', async () => {
    const { client, asked } = await against(2, [delivering(1, 2)], SILENCE);
    let caughtUps = 0;
    const keeper = new Keeper();
    const follower = client.follow({
      prefix: 'milepost.',
      from: keeper.from,
      take: keeper.take,
      caughtUp: () => (caughtUps += 1),
    });
    await until(follower.state, (state) => state.kind === 'live');
    expect(caughtUps).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('never goes on from a position that the store does not know', async () => {
    const { client, asked } = await against(4, [delivering(1, 2, 3, 4, 'caught-up')]);
    const lost: Position = { commit: 9n, prepare: 9n };
    const { follower, keeper } = followed(client, new Keeper(), () => lost);
    const waiting = await until(follower.state, (state) => state.kind === 'waiting');
    expect(waiting).toMatchObject({ reason: expect.stringContaining('no event at 9/9') as string });
    expect(asked).toEqual([]);
    expect(keeper.kept).toEqual([]);
  });
});

import { StoreUnavailable } from '@milepost/event-store';
import { ScriptedStore } from '../../../test/support/scriptedStore';
import { ledgerOpened, numberedId, storedEvent } from '../../../test/support/storedEvents';
import { LedgerRefused } from './ledgerRefused';
import { newLogOrigin, openLedger } from './openLedger';
import type { OpenLedgerOptions } from './openLedger';

const logOrigin = `milepost/${'ab'.repeat(16)}/milepost`;
const options = (parts: Partial<OpenLedgerOptions> = {}): OpenLedgerOptions => ({
  ledger: 'milepost',
  kind: 'live',
  logOrigin,
  now: () => Date.UTC(2026, 3, 2, 9, 30),
  newId: () => numberedId(1),
  actorId: numberedId(2),
  ...parts,
});

it('opens an empty ledger with its first event', async () => {
  const store = new ScriptedStore([storedEvent(3, { stream: 'milepostaccess.token-a' })]);
  expect(await openLedger(store, options())).toEqual({ epoch: 1, kind: 'live', logOrigin, timeZone: 'Europe/London' });
  expect(store.log.slice(1)).toMatchObject([
    {
      stream: 'milepost.log-ledger',
      revision: 0n,
      id: numberedId(1),
      type: 'LedgerOpened.v1',
      data: { epoch: 1, kind: 'live', logOrigin, timeZone: 'Europe/London' },
      metadata: {
        actor: { id: numberedId(2), role: 'system' },
        origin: 'live',
        recordedAt: '2026-04-02T09:30:00.000Z',
      },
    },
  ]);
});

it('opens it once: later it reads what the first event says', async () => {
  const store = new ScriptedStore();
  await openLedger(store, options());
  const other = `milepost/${'cd'.repeat(16)}/milepost`;
  expect(await openLedger(store, options({ logOrigin: other }))).toMatchObject({ logOrigin });
  expect(store.log).toHaveLength(1);
});

it('lets one of two replicas open it, and both read the same', async () => {
  const store = new ScriptedStore();
  const other = `milepost/${'cd'.repeat(16)}/milepost`;
  const [one, two] = await Promise.all([
    openLedger(store, options()),
    openLedger(store, options({ logOrigin: other, newId: () => numberedId(9) })),
  ]);
  expect(one).toEqual(two);
  expect(store.log).toHaveLength(1);
});

it('trusts the ledger’s own file and then asks no store', async () => {
  const { stream, type, id, data } = ledgerOpened('milepost');
  const entry = {
    stream,
    type,
    id,
    data: data as never,
    sequence: 0,
    revision: 0,
    recordedAt: 0,
    previous: undefined,
    metadata: undefined,
  };
  const store = new ScriptedStore();
  store.isAway = true;
  expect(await openLedger(store, options({ first: entry }))).toMatchObject({ kind: 'live' });
  await expect(openLedger(store, options({ first: { ...entry, type: 'EprWentLive.v1' } }))).rejects.toThrow(
    LedgerRefused,
  );
});

describe('it refuses', () => {
  const refused = async (log: readonly ReturnType<typeof storedEvent>[], parts = {}) => {
    const store = new ScriptedStore(log);
    await expect(openLedger(store, options(parts))).rejects.toThrow(LedgerRefused);
    expect(store.log).toHaveLength(log.length);
  };

  it('a ledger of another kind', () => refused([ledgerOpened('milepost')], { kind: 'demonstration' }));

  it('a ledger that begins with another event', () => refused([storedEvent(1)]));

  it('a log stream that begins with another event', () => refused([storedEvent(1, { stream: 'milepost.log-ledger' })]));

  it.each([
    ['epoch', { epoch: 2 }],
    ['kind', { kind: null }],
    ['time zone', { timeZone: 'Europe/Paris' }],
    ['product', { logOrigin: logOrigin.replace('milepost/', 'other/') }],
    ['random part', { logOrigin: `milepost/${'AB'.repeat(16)}/milepost` }],
    ['name', { logOrigin: logOrigin.replace(/milepost$/, 'milepostaccess') }],
    ['extra part', { logOrigin: `${logOrigin}/x` }],
  ])('an opening with a wrong %s', async (_what, wrong) => {
    await refused([ledgerOpened('milepost', { data: { ...(ledgerOpened('milepost').data as object), ...wrong } })]);
  });

  it('to write an opening of which it would not read anything', () =>
    refused([], { logOrigin: 'milepost/1/milepost' }));
});

it('writes nothing while it does not know what is there', async () => {
  const store = new ScriptedStore();
  const follow = store.follow.bind(store);
  store.follow = (following) => {
    store.isAway = true;
    return follow(following);
  };
  await expect(openLedger(store, options({ patienceMs: 5 }))).rejects.toThrow(StoreUnavailable);
  expect(store.log).toEqual([]);
});

it('waits for a store that is back soon', async () => {
  const store = new ScriptedStore();
  const follow = store.follow.bind(store);
  store.follow = (following) => {
    store.isAway = true;
    const follower = follow(following);
    follower.state.subscribe(({ kind }) => kind === 'waiting' && queueMicrotask(() => store.comeBack()));
    return follower;
  };
  expect(await openLedger(store, options())).toMatchObject({ logOrigin });
});

it('makes a new origin each time, of 32 random hex digits', () => {
  expect(newLogOrigin('milepost')).toMatch(/^milepost\/[0-9a-f]{32}\/milepost$/);
  expect(newLogOrigin('milepost')).not.toBe(newLogOrigin('milepost'));
});

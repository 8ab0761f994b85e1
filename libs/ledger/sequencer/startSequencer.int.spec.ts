import { DatabaseSync } from '@photostructure/sqlite';
import { filter, firstValueFrom, toArray } from 'rxjs';
import { ledgerLog } from '../../../test/support/ledgerLog';
import { ScriptedStore } from '../../../test/support/scriptedStore';
import { ledgerOpened, storedEvent } from '../../../test/support/storedEvents';
import { temporaryFile } from '../../../test/support/temporaryFile';
import type { SequencerState } from '../ledger';
import { openLedgerReader } from '../reader/openLedgerReader';
import type { Sequencer } from './sequencer';
import { startSequencer } from './startSequencer';

const QUICK = { confirmEveryMs: 5, freshEveryMs: 5, retryMs: 5, verifiedAtStart: 1_000 };

const running: Sequencer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((sequencer) => sequencer.stop()));
});

function start(
  store: ScriptedStore,
  file = temporaryFile('ledger.sqlite'),
  ledger = 'milepost',
  limits = {},
): Sequencer {
  const sequencer = startSequencer({ store, ledger, file, now: Date.now, limits: { ...QUICK, ...limits } });
  running.push(sequencer);
  return sequencer;
}

const reaching = <K extends SequencerState['kind']>(
  { watch }: Sequencer,
  kind: K,
): Promise<Extract<SequencerState, { kind: K }>> =>
  firstValueFrom(watch.state.pipe(filter((state) => state.kind === kind))) as Promise<
    Extract<SequencerState, { kind: K }>
  >;
const holding = ({ watch }: Sequencer, size: number) =>
  firstValueFrom(watch.head.pipe(filter((head) => head.size >= size)));

const stateOf = ({ watch }: Sequencer) => firstValueFrom(watch.state);
const recorded = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();

it('sequences what is there, then what comes, and says how far it is', async () => {
  const store = new ScriptedStore(ledgerLog(10));
  const file = temporaryFile('ledger.sqlite');
  const sequencer = start(store, file);
  await reaching(sequencer, 'live');
  expect((await holding(sequencer, 10)).lastRecordedAt).toBe(Date.parse(recorded(9)));
  store.add(storedEvent(10, { stream: 'milepost.trust-new' }));
  expect((await holding(sequencer, 11)).size).toBe(11);
  const reader = openLedgerReader(file);
  expect(reader.entriesFrom(0, 100).map(({ id }) => id)).toEqual(store.log.map(({ id }) => id));
  reader.close();
});

it('says since when it is fresh only once it has read to the end', async () => {
  const before = Date.now();
  const sequencer = start(new ScriptedStore(ledgerLog(3)));
  expect(await firstValueFrom(sequencer.watch.freshAt)).toBeGreaterThanOrEqual(before);
  expect(await stateOf(sequencer)).toEqual({ kind: 'live' });
});

it('goes on from the last event stored, whatever else stands in the store', async () => {
  const file = temporaryFile('ledger.sqlite');
  const log = ledgerLog(8);
  const first = start(new ScriptedStore(log.slice(0, 5)), file);
  await holding(first, 5);
  await first.stop();
  const others = [storedEvent(900, { stream: 'milepostaccess.token-a' })];
  const second = start(new ScriptedStore([...log, ...others]), file);
  await reaching(second, 'live');
  expect((await holding(second, 8)).size).toBe(8);
});

it('keeps two ledgers in one process apart', async () => {
  const [one, other] = [ledgerLog(6, 'milepost'), ledgerLog(6, 'milepostaccess')];
  const store = new ScriptedStore(
    one.flatMap((event, n) => [
      { ...event, position: { commit: BigInt(n) * 10n, prepare: 0n } },
      { ...other[n]!, position: { commit: BigInt(n) * 10n + 5n, prepare: 0n } },
    ]),
  );
  const files = { milepost: temporaryFile('a.sqlite'), milepostaccess: temporaryFile('b.sqlite') };
  for (const [ledger, file] of Object.entries(files)) {
    await reaching(start(store, file, ledger), 'live');
    const reader = openLedgerReader(file);
    expect(reader.entriesFrom(0, 100).map(({ stream }) => stream.split('.')[0])).toEqual(Array(6).fill(ledger));
    reader.close();
  }
});

describe('it stops and says so', () => {
  it('when the store has lost events, with all that was right before', async () => {
    // Of four streams each event's next revision comes four events later.
    const sequencer = start(new ScriptedStore(ledgerLog(12).filter((_, n) => n !== 5)));
    const { reason } = await reaching(sequencer, 'stopped');
    expect(reason).toMatch(
      'The store has lost events: revision 1 of milepost.trust-R3 should come next and revision 2 came.',
    );
    expect((await holding(sequencer, 0)).size).toBe(8);
  });

  it('when the first event is no opening', async () => {
    const sequencer = start(new ScriptedStore([storedEvent(1), ledgerOpened('milepost')]));
    expect((await reaching(sequencer, 'stopped')).reason).toMatch('The ledger "milepost" is refused');
    expect((await holding(sequencer, 0)).size).toBe(0);
  });

  it.each<[string, (log: ReturnType<typeof ledgerLog>) => ReturnType<typeof ledgerLog>]>([
    ['is empty', () => []],
    ['is older', (log) => log.slice(0, 3)],
    [
      'holds another event there',
      (log) => log.map((event, n) => (n === 5 ? { ...event, id: storedEvent(77).id } : event)),
    ],
    ['holds other data there', (log) => log.map((event, n) => (n === 5 ? { ...event, data: { n: 77 } } : event))],
    [
      'has other positions',
      (log) => log.map((event) => ({ ...event, position: { commit: event.position.commit + 1n, prepare: 0n } })),
    ],
  ])('at the start, when the store %s', async (_what, changed) => {
    const file = temporaryFile('ledger.sqlite');
    const log = ledgerLog(6);
    const first = start(new ScriptedStore(log), file);
    await holding(first, 6);
    await first.stop();
    const more = { ...storedEvent(50, { stream: 'milepost.trust-new' }) };
    const second = start(new ScriptedStore([...changed(log), more]), file);
    expect((await reaching(second, 'stopped')).reason).toMatch(
      /The event store holds (no|another) event .* it was restored or replaced/,
    );
    expect((await holding(second, 0)).size).toBe(6);
  });

  it('while nothing happens, when the store is replaced under it', async () => {
    const store = new ScriptedStore(ledgerLog(6));
    const sequencer = start(store);
    await reaching(sequencer, 'live');
    store.log = store.log.slice(0, 4);
    expect((await reaching(sequencer, 'stopped')).reason).toMatch('holds no event at');
  });

  it('after an outage, when another store comes back, and stores nothing of it', async () => {
    const store = new ScriptedStore(ledgerLog(6));
    const sequencer = start(store, temporaryFile('ledger.sqlite'), 'milepost', { confirmEveryMs: 3_600_000 });
    await reaching(sequencer, 'live');
    store.goAway();
    await reaching(sequencer, 'store-unavailable');
    store.log = [...store.log.slice(0, 5), storedEvent(60, { stream: 'milepost.trust-other' })];
    store.comeBack();
    expect((await reaching(sequencer, 'stopped')).reason).toMatch('it was restored or replaced');
    expect((await holding(sequencer, 0)).size).toBe(6);
  });

  it('when a stored row no longer hashes to its leaf', async () => {
    const file = temporaryFile('ledger.sqlite');
    const store = new ScriptedStore(ledgerLog(6));
    const first = start(store, file);
    await holding(first, 6);
    await first.stop();
    const database = new DatabaseSync(file);
    database.exec(`UPDATE entries SET data = replace(data, '2025', '2024') WHERE sequence = 3`);
    database.close();
    const { reason } = await reaching(start(store, file), 'stopped');
    expect(reason).toMatch('Entry 3 of the ledger file is damaged');
  });

  it('when the file is another ledger’s', async () => {
    const file = temporaryFile('ledger.sqlite');
    const first = start(new ScriptedStore(ledgerLog(2)), file);
    await holding(first, 2);
    await first.stop();
    const other = start(new ScriptedStore(ledgerLog(2, 'demonstration')), file, 'demonstration');
    expect((await reaching(other, 'stopped')).reason).toMatch('it holds the ledger "milepost", not "demonstration"');
  });

  it('once, and stays so when the store changes again', async () => {
    const store = new ScriptedStore([storedEvent(1)]);
    const sequencer = start(store);
    await reaching(sequencer, 'stopped');
    store.log = ledgerLog(3);
    store.changed();
    store.goAway();
    const states = firstValueFrom(sequencer.watch.state.pipe(toArray()));
    await sequencer.stop();
    expect((await states).map(({ kind }) => kind)).toEqual(['stopped']);
  });
});

describe('it waits out', () => {
  it('a store that is away when it starts, and one that goes away', async () => {
    const store = new ScriptedStore(ledgerLog(4));
    store.isAway = true;
    const sequencer = start(store);
    const { reason, since } = await reaching(sequencer, 'store-unavailable');
    expect(reason).toBe('the scripted store is away');
    expect(since).toBeLessThanOrEqual(Date.now());
    store.comeBack();
    await reaching(sequencer, 'live');
    store.goAway();
    await reaching(sequencer, 'store-unavailable');
    store.log.push(storedEvent(30, { stream: 'milepost.trust-new' }));
    store.comeBack();
    await reaching(sequencer, 'live');
    expect((await holding(sequencer, 5)).size).toBe(5);
  });

  it('a store that follows and does not answer: nothing is stored until it has shown who it is', async () => {
    const file = temporaryFile('ledger.sqlite');
    const log = ledgerLog(6);
    const first = start(new ScriptedStore(log), file);
    await holding(first, 6);
    await first.stop();
    const store = new ScriptedStore([...log, storedEvent(50, { stream: 'milepost.trust-new' })]);
    const answer = store.eventAt.bind(store);
    store.eventAt = () => Promise.reject(new Error('no answer'));
    const sequencer = start(store, file);
    expect((await reaching(sequencer, 'store-unavailable')).reason).toBe('no answer');
    expect((await holding(sequencer, 0)).size).toBe(6);
    store.eventAt = answer;
    await reaching(sequencer, 'live');
    expect((await holding(sequencer, 7)).size).toBe(7);
  });

  it('a file that another connection holds', async () => {
    const file = temporaryFile('ledger.sqlite');
    const store = new ScriptedStore(ledgerLog(2));
    const sequencer = start(store, file);
    await reaching(sequencer, 'live');
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    store.add(storedEvent(30, { stream: 'milepost.trust-new' }));
    expect((await reaching(sequencer, 'store-unavailable')).reason).toMatch(
      'Make room; sequencing then goes on by itself.',
    );
    other.exec('ROLLBACK');
    other.close();
    expect((await holding(sequencer, 3)).size).toBe(3);
    await reaching(sequencer, 'live');
  });
});

it('reads the event at the last position again while it runs', async () => {
  const store = new ScriptedStore(ledgerLog(3));
  const sequencer = start(store);
  await reaching(sequencer, 'live');
  const looks = store.looks;
  await firstValueFrom(sequencer.watch.freshAt);
  while (store.looks < looks + 2) await new Promise(setImmediate);
  expect(await stateOf(sequencer)).toEqual({ kind: 'live' });
});

it('ends its observables when it is stopped, also in the middle of waiting', async () => {
  const file = temporaryFile('ledger.sqlite');
  const store = new ScriptedStore(ledgerLog(3));
  const first = start(store, file);
  await holding(first, 3);
  await first.stop();
  store.eventAt = () => Promise.reject(new Error('no answer'));
  const second = start(store, file);
  const heads = firstValueFrom(second.watch.head.pipe(toArray()));
  await reaching(second, 'store-unavailable');
  await second.stop();
  expect((await heads).map(({ size }) => size)).toEqual([3]);
});

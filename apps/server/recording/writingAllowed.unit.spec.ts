import { StoreUnavailable } from '@milepost/event-store';
import type { LedgerHead, SequencerState, StoreStamp } from '@milepost/ledger';
import { BehaviorSubject } from 'rxjs';
import { WritingAllowed } from './writingAllowed';

const MINUTE = 60_000;
const START = Date.parse('2026-04-01T12:00:00.000Z');

function setUp() {
  const time = { wall: START, store: START };
  const head = new BehaviorSubject<LedgerHead>({ size: 0, lastRecordedAt: undefined });
  const state = new BehaviorSubject<SequencerState>({ kind: 'live' });
  const watch = { head, state, freshAt: new BehaviorSubject(0) };
  const asked: string[] = [];
  let last: StoreStamp | undefined;
  const clocks = {
    isAway: false,
    stamp: () => (last === undefined ? clocks.anew() : Promise.resolve(last)),
    anew: () => {
      asked.push('anew');
      if (clocks.isAway) return Promise.reject(new StoreUnavailable('its clock could not be read'));
      last = { created: time.store, serverClock: time.wall };
      return Promise.resolve(last);
    },
  };
  return { writing: new WritingAllowed({ watch, clock: () => time.wall }, clocks), head, state, time, clocks, asked };
}

const slug = async (writing: WritingAllowed): Promise<string> =>
  writing.check().then(
    () => 'allowed',
    (error: unknown) => (error as { slug: string }).slug,
  );

describe('writing', () => {
  it('is allowed while the ledger follows, and while the follower has no store but the clocks were compared', async () => {
    const { writing, state } = setUp();
    await expect(slug(writing)).resolves.toBe('allowed');
    state.next({ kind: 'store-unavailable', reason: '', since: 0 });
    await expect(slug(writing)).resolves.toBe('allowed');
  });

  it('is refused before the ledger is open, and once it has stopped, with why', async () => {
    const { writing, state } = setUp();
    state.next({ kind: 'starting' });
    await expect(slug(writing)).resolves.toBe('starting');
    state.next({ kind: 'stopped', reason: 'The store was replaced.' });
    await expect(writing.check()).rejects.toThrow('The store was replaced. Reading goes on');
  });

  it('is refused while the clock is behind the last entry by more than five minutes, whatever the store says', async () => {
    const { writing, head, asked } = setUp();
    head.next({ size: 1, lastRecordedAt: START + 4 * MINUTE });
    await expect(slug(writing)).resolves.toBe('allowed');
    head.next({ size: 1, lastRecordedAt: START + 6 * MINUTE });
    await expect(slug(writing)).resolves.toBe('clock-refused');
    expect(asked).toHaveLength(1);
  });

  it("is refused while the clock is that far from the store's, before the first write too", async () => {
    const { writing, time } = setUp();
    time.wall += 10 * MINUTE;
    await expect(slug(writing)).resolves.toBe('clock-refused');
    await expect(writing.check()).rejects.toThrow("10 minutes ahead of the event store's");
  });

  it('is allowed again once either clock was set right', async () => {
    const { writing, time } = setUp();
    time.wall += 10 * MINUTE;
    await expect(slug(writing)).resolves.toBe('clock-refused');
    time.wall -= 10 * MINUTE;
    await expect(slug(writing)).resolves.toBe('allowed');
    const other = setUp();
    other.time.store += 10 * MINUTE;
    await expect(slug(other.writing)).resolves.toBe('clock-refused');
    other.time.store -= 10 * MINUTE;
    await expect(slug(other.writing)).resolves.toBe('allowed');
  });

  it('is not allowed on trust where the clocks could not be compared', async () => {
    const { writing, clocks } = setUp();
    clocks.isAway = true;
    await expect(writing.check()).rejects.toBeInstanceOf(StoreUnavailable);
  });
});

import type { StoredEvent } from '@milepost/event-store';
import type { LedgerHead, SequencerState } from '@milepost/ledger';
import { BehaviorSubject } from 'rxjs';
import { WritingAllowed } from './writingAllowed';

const MINUTE = 60_000;
const START = Date.parse('2026-04-01T12:00:00.000Z');

function setUp(storeAheadBy = 0) {
  let offset = 0;
  const began = performance.now();
  const clock = () => START + offset + (performance.now() - began);
  const head = new BehaviorSubject<LedgerHead>({ size: 0, lastRecordedAt: undefined });
  const state = new BehaviorSubject<SequencerState>({ kind: 'live' });
  const watch = { head, state, freshAt: new BehaviorSubject(0) };
  const stamped: StoredEvent[] = [];
  const store = {
    lastOf: () => {
      const event = {
        created: clock() - offset + storeAheadBy,
        metadata: { recordedAt: new Date(clock()).toISOString() },
      };
      stamped.push(event as unknown as StoredEvent);
      return Promise.resolve(event as unknown as StoredEvent);
    },
  };
  const writing = new WritingAllowed({ watch, clock }, store);
  return {
    writing,
    head,
    state,
    set: (by: number) => (offset += by),
    appended: async () => {
      writing.appended('milepost.a');
      await new Promise((resolve) => setImmediate(resolve));
    },
    stamped,
  };
}

const slug = (check: () => void): string => {
  try {
    check();
    return 'allowed';
  } catch (error) {
    return (error as { slug: string }).slug;
  }
};

describe('writing', () => {
  it('is allowed while the ledger follows, and while the store is away, which says so itself', () => {
    const { writing, state } = setUp();
    expect(slug(() => writing.check())).toBe('allowed');
    state.next({ kind: 'store-unavailable', reason: '', since: 0 });
    expect(slug(() => writing.check())).toBe('allowed');
  });

  it('is refused before the ledger is open, and once it has stopped, with why', () => {
    const { writing, state } = setUp();
    state.next({ kind: 'starting' });
    expect(slug(() => writing.check())).toBe('starting');
    state.next({ kind: 'stopped', reason: 'The store was replaced.' });
    expect(() => writing.check()).toThrow('The store was replaced. Reading goes on');
  });

  it('is refused while the clock is behind the last entry by more than five minutes', () => {
    const { writing, head } = setUp();
    head.next({ size: 1, lastRecordedAt: START + 4 * MINUTE });
    expect(slug(() => writing.check())).toBe('allowed');
    head.next({ size: 1, lastRecordedAt: START + 6 * MINUTE });
    expect(slug(() => writing.check())).toBe('clock-refused');
  });

  it("is refused while the clock is that far from the store's, and allowed again once it was set right", async () => {
    const { writing, set, appended } = setUp();
    set(10 * MINUTE);
    await appended();
    expect(slug(() => writing.check())).toBe('clock-refused');
    set(-10 * MINUTE);
    expect(slug(() => writing.check())).toBe('allowed');
  });

  it('notices a clock that was set wrong after it was compared', async () => {
    const { writing, set, appended } = setUp();
    await appended();
    expect(slug(() => writing.check())).toBe('allowed');
    set(10 * MINUTE);
    expect(slug(() => writing.check())).toBe('clock-refused');
  });

  it('compares now and then, not with every append', async () => {
    const { appended, stamped } = setUp();
    await appended();
    await appended();
    expect(stamped).toHaveLength(1);
  });
});

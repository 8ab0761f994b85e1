import { WrongRevision } from '@milepost/event-store';
import type { EventStore, NewEvent, StoredEvent } from '@milepost/event-store';
import type { Decision, StreamFold } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import type { LedgerContext } from '@milepost/views';
import { BehaviorSubject } from 'rxjs';
import { Recorder } from './recorder';
import type { RequestFacts } from './requestFacts';

const NOW = Date.parse('2026-04-01T12:00:00.000Z');

const REGISTERED = {
  name: 'A Trust',
  kind: 'nhs_trust',
  country: 'England',
  occurredOn: '2010-04-01',
  precision: 'day',
};

/** A store of one stream that takes the same ids at the same place once, as every store does; others can be quicker. */
class Store implements Pick<EventStore, 'append' | 'readStream'> {
  readonly events: StoredEvent[] = [];
  /** How often others are quicker. */
  rivals = 0;
  /** An append that never answers. */
  isSilent = false;

  async *readStream(_stream: string, from = 0n) {
    await Promise.resolve();
    yield* this.events.filter(({ revision }) => revision >= from);
  }

  append(stream: string, events: readonly NewEvent[], expected: 'no-stream' | bigint) {
    if (this.isSilent) return new Promise<never>(() => undefined);
    if (this.rivals > 0) {
      this.rivals -= 1;
      this.add(stream, { id: `rival-${this.rivals}`, type: 'Other', data: {}, metadata: {} });
    }
    const first = expected === 'no-stream' ? 0 : Number(expected) + 1;
    if (events.every(({ id }, n) => this.events[first + n]?.id === id)) {
      return Promise.resolve({ revision: BigInt(first + events.length - 1), position: undefined });
    }
    const actual = this.events.length === 0 ? 'no-stream' : BigInt(this.events.length - 1);
    if (actual !== expected) return Promise.reject(new WrongRevision(stream, expected, actual));
    for (const event of events) this.add(stream, event);
    return Promise.resolve({ revision: BigInt(this.events.length - 1), position: undefined });
  }

  add(stream: string, event: NewEvent) {
    const revision = BigInt(this.events.length);
    this.events.push({ ...event, stream, revision, created: NOW, position: { commit: revision, prepare: revision } });
  }
}

function setUp() {
  const store = new Store();
  const checked: string[] = [];
  const context = {
    ledger: 'milepost',
    kind: 'live',
    clock: () => NOW,
    watch: { head: new BehaviorSubject({ size: 0, lastRecordedAt: undefined }) },
    reader: () => ({ sequenceOf: (_: string, revision: number) => revision + 100 }),
  } as unknown as LedgerContext;
  const writing = { check: () => Promise.resolve(void checked.push('check')) };
  const recorder = new Recorder(context, store, writing);
  const request = (parts: Partial<RequestFacts> = {}): RequestFacts => ({
    principal: { id: 'a-token', role: 'reporter', trusts: undefined },
    method: 'POST',
    path: '/api/v1/trusts/RXX/milestones',
    requestId: 'urn:uuid:1',
    requestHash: 'f'.repeat(64),
    idempotencyKey: undefined,
    ifMatch: undefined,
    traceparent: undefined,
    begunAt: performance.now(),
    ...parts,
  });
  const seen: number[] = [];
  const decide = (fold: StreamFold): Decision => {
    seen.push(fold.next);
    return {
      accepted: [{ type: 'TrustRegistered.v1', data: REGISTERED, public: { on: '2026-04-01', how: 'recorded' } }],
    };
  };
  const record = (parts?: Partial<RequestFacts>, deciding: (fold: StreamFold) => Decision = decide) =>
    recorder.record({ subject: 'trust-RXX', request: request(parts), decide: deciding });
  return { store, record, checked, seen };
}

describe('recording', () => {
  it('writes what was decided, with who asked and when, and answers with its sequence', async () => {
    const { store, record, checked } = setUp();
    const recorded = await record();
    expect(store.events).toMatchObject([
      {
        type: 'TrustRegistered.v1',
        metadata: {
          recordedAt: '2026-04-01T12:00:00.000Z',
          actor: { id: 'a-token', role: 'reporter' },
          origin: 'live',
          public: { on: '2026-04-01', how: 'recorded' },
          requestHash: 'f'.repeat(64),
          $correlationId: 'urn:uuid:1',
        },
      },
    ]);
    expect(recorded.events).toMatchObject([{ revision: '0', sequence: '100' }]);
    expect(checked).toEqual(['check']);
  });

  it('decides anew where others were quicker, on what they wrote', async () => {
    const { store, record } = setUp();
    store.rivals = 2;
    const recorded = await record();
    expect(recorded.events[0]?.revision).toBe('2');
    expect(store.events).toHaveLength(3);
  });

  it('gives up after a few rounds and says that others are writing', async () => {
    const { store, record } = setUp();
    store.rivals = 99;
    await expect(record()).rejects.toBeInstanceOf(WrongRevision);
    expect(store.events.every(({ type }) => type === 'Other')).toBe(true);
  });

  it('writes nothing where the domain refuses', async () => {
    const { store, record } = setUp();
    const refusal: Decision = { rejected: { rule: 'epr-step-contradicts', sentence: 'No.', pointer: '/occurredOn' } };
    await expect(record({}, () => refusal)).rejects.toMatchObject({ status: 409, slug: 'epr-step-contradicts' });
    expect(store.events).toEqual([]);
  });

  it('answers a repetition without deciding again, and takes no notice of If-Match then', async () => {
    const { record, seen, store } = setUp();
    const first = await record({ idempotencyKey: 'k' });
    const again = await record({ idempotencyKey: 'k', ifMatch: '"99"' });
    expect(again).toEqual({ ...first, again: true });
    expect(seen).toHaveLength(1);
    expect(store.events).toHaveLength(1);
  });

  it('refuses the key for another request that came at the same time, and only the one that was not stored', async () => {
    const { record, store, seen } = setUp();
    const hashes = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
    const answers = await Promise.allSettled(hashes.map((requestHash) => record({ idempotencyKey: 'k', requestHash })));
    expect(seen).toEqual([0, 0, 0]);
    expect(store.events).toMatchObject([{ metadata: { requestHash: hashes[0] } }]);
    const refused = { status: 'rejected', reason: { status: 422, slug: 'idempotency-key-reused' } };
    expect(answers).toMatchObject([{ status: 'fulfilled' }, refused, refused]);
  });

  it('answers both where the same request came twice at the same time', async () => {
    const { record, store } = setUp();
    const [one, other] = await Promise.all([record({ idempotencyKey: 'k' }), record({ idempotencyKey: 'k' })]);
    expect(other?.events).toEqual(one?.events);
    expect(store.events).toHaveLength(1);
  });

  it('refuses the key for another request, and a revision that has moved', async () => {
    const { record } = setUp();
    await record({ idempotencyKey: 'k' });
    await expect(record({ idempotencyKey: 'k', requestHash: 'e'.repeat(64) })).rejects.toMatchObject({ status: 422 });
    await expect(record({ ifMatch: '"7"' })).rejects.toMatchObject({ status: 412 });
    await expect(record({ ifMatch: '"0"' })).resolves.toBeDefined();
  });

  it('says in time that the outcome is not known, where the store says nothing', async () => {
    const { store, record } = setUp();
    store.isSilent = true;
    await expect(record({ begunAt: performance.now() - 4_750 })).rejects.toMatchObject({ name: 'OutcomeUnknown' });
  });

  it('says in time that nothing was written, where not even the clocks can be compared', async () => {
    const { store } = setUp();
    const writing = { check: () => new Promise<never>(() => undefined) };
    const recorder = new Recorder({ ledger: 'milepost' } as never, store, writing);
    const request = { begunAt: performance.now() - 4_750 };
    await expect(recorder.record({ request } as never)).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('asks first whether writing is allowed at all', async () => {
    const { store } = setUp();
    const refused = new Problem({ slug: 'ledger-stopped', title: '', status: 503, detail: '' });
    const writing = { check: () => Promise.reject(refused) };
    const recorder = new Recorder({ ledger: 'milepost' } as never, store, writing);
    await expect(recorder.record({ request: { begunAt: performance.now() } } as never)).rejects.toBe(refused);
  });
});

import { randomBytes } from 'node:crypto';
import { StoreUnavailable } from '@milepost/event-store';
import type { EventStore, NewEvent, StoredEvent } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import { firstValueFrom, merge, mergeMap, Subject, throwError, timer } from 'rxjs';
import type { LedgerEntry } from '../ledger';
import { logStream, OPENED_TYPE } from './ledgerOpening';
import type { LedgerOpening } from './ledgerOpening';
import { LedgerRefused } from './ledgerRefused';
import { openingOf } from './openingOf';

export interface OpenLedgerOptions {
  readonly ledger: string;
  /** `public-record`, `demonstration`, `live` or `access`; an opened ledger must be of this kind. */
  readonly kind: string;
  /** For a ledger that is opened now; see {@link newLogOrigin}. */
  readonly logOrigin: string;
  /** Entry 0 of the ledger's file, where there is one: then the store is not asked and nothing is written. */
  readonly first?: LedgerEntry | undefined;
  readonly now: Clock;
  readonly newId: () => string;
  /** Who opens it, as a random id; the role is `system`. */
  readonly actorId: string;
  /** `generated` where a generator sets clock and ids. */
  readonly origin?: 'live' | 'generated';
  /** How long to wait for a store that is not reached, in milliseconds. */
  readonly patienceMs?: number;
}

/**
 * Opens a ledger: writes `LedgerOpened.v1` as the first event of an empty one, or reads what the first event of an existing one says.
 * Several replicas may do this at once; one of them opens it, the others read what it wrote.
 * @throws LedgerRefused where its first event is another or of another kind; what the store throws where it is not reached
 */
export async function openLedger(store: EventStore, options: OpenLedgerOptions): Promise<LedgerOpening> {
  const { ledger, kind, first } = options;
  const opening = openingOf(first ?? (await firstOrOpened(store, options)), ledger);
  if (opening.kind !== kind) throw new LedgerRefused(ledger, `it is of kind "${opening.kind}", not "${kind}"`);
  return opening;
}

/** `milepost/{32 random hex digits}/{ledger}`: made once for a log, and never again. */
export function newLogOrigin(ledger: string): string {
  return `milepost/${randomBytes(16).toString('hex')}/${ledger}`;
}

type First = Pick<StoredEvent, 'stream' | 'type' | 'id' | 'data'>;

async function firstOrOpened(store: EventStore, options: OpenLedgerOptions): Promise<First> {
  const first =
    (await firstOf(store, logStream(options.ledger))) ??
    (await firstOfLedger(store, options.ledger, options.patienceMs ?? PATIENCE_MS));
  return first ?? append(store, options);
}

async function append(store: EventStore, options: OpenLedgerOptions): Promise<First> {
  const stream = logStream(options.ledger);
  const opened = openedEvent(options);
  try {
    await store.append(stream, [opened], 'no-stream');
    return { ...opened, stream };
  } catch (error) {
    // Another replica may have been quicker; then its event is the first.
    const other = await firstOf(store, stream);
    if (!other) throw error;
    return other;
  }
}

function openedEvent({ ledger, kind, logOrigin, now, newId, actorId, origin = 'live' }: OpenLedgerOptions): NewEvent {
  const opening = { epoch: 1, kind, logOrigin, timeZone: 'Europe/London' };
  const event = {
    id: newId(),
    type: OPENED_TYPE,
    data: opening,
    metadata: { actor: { id: actorId, role: 'system' }, origin, recordedAt: new Date(now()).toISOString() },
  };
  openingOf({ ...event, stream: logStream(ledger) }, ledger);
  return event;
}

async function firstOf(store: EventStore, stream: string): Promise<StoredEvent | undefined> {
  for await (const event of store.readStream(stream)) return event;
  return undefined;
}

/** How long an opening waits for a store that is not reached, in milliseconds; within it the follower tries again by itself. */
const PATIENCE_MS = 5_000;

/**
 * The first event of all its streams; undefined once the store says that there is none.
 * @throws StoreUnavailable where the store is not reached: nothing may be written before it is known what is there
 */
async function firstOfLedger(store: EventStore, ledger: string, patienceMs: number): Promise<StoredEvent | undefined> {
  const seen = new Subject<StoredEvent | undefined>();
  let why = 'it does not say what the ledger begins with';
  const tooLate = timer(patienceMs).pipe(mergeMap(() => throwError(() => new StoreUnavailable(why))));
  const first = firstValueFrom(merge(seen, tooLate));
  const follower = store.follow({
    prefix: `${ledger}.`,
    from: () => undefined,
    take: (batch) => Promise.resolve(seen.next(batch[0])),
    caughtUp: () => seen.next(undefined),
  });
  const states = follower.state.subscribe((state) => {
    if (state.kind === 'waiting') why = state.reason;
  });
  try {
    return await first;
  } finally {
    states.unsubscribe();
    await follower.stop();
  }
}

import type { Json, StoredEvent } from '@milepost/event-store';

const RECORDED_FROM = Date.UTC(2026, 0, 1);

/** A UUID that says its number, so that a failing test can be read. */
export function numberedId(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The n-th event of a log, as a store would hand it out. Recorded one second after the other from 2026 on. */
export function storedEvent(n: number, parts: Partial<StoredEvent> = {}): StoredEvent {
  return {
    id: numberedId(n),
    stream: 'milepost.trust-RXX',
    revision: 0n,
    type: 'EprWentLive.v1',
    position: { commit: BigInt(n) * 311n + 7n, prepare: BigInt(n) * 311n + 5n },
    created: RECORDED_FROM + n * 1_000 + 20,
    data: { deployment: 'main', occurredOn: '2025-11-03', precision: 'day' },
    metadata: liveMetadata(n),
    ...parts,
  };
}

/** What our own writer puts beside the n-th event. */
export function liveMetadata(n: number): Json {
  return {
    actor: { id: `actor-${n % 3}`, role: 'reporter' },
    origin: 'live',
    recordedAt: new Date(RECORDED_FROM + n * 1_000).toISOString(),
  };
}

/** The event that opens a ledger, as the first of its log. */
export function ledgerOpened(ledger: string, parts: Partial<StoredEvent> = {}): StoredEvent {
  return storedEvent(0, {
    stream: `${ledger}.log-ledger`,
    type: 'LedgerOpened.v1',
    data: {
      epoch: 1,
      kind: 'live',
      logOrigin: `milepost/${'0123456789abcdef'.repeat(2)}/${ledger}`,
      timeZone: 'Europe/London',
    },
    ...parts,
  });
}

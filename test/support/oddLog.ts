import type { Json, StoredEvent } from '@milepost/event-store';
import { ledgerOpened, storedEvent } from './storedEvents';

/** The numbers of a seed, each between 0 and 1, the same everywhere and for ever (Lehmer's generator of 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const parsed = (text: string): Json => JSON.parse(text) as Json;

/** What programs other than ours may write as data or metadata. */
const ODD: readonly (Json | Uint8Array)[] = [
  parsed('{"b":1,"a":{"10":1,"9":2},"Z":[],"z":{}}'),
  parsed('{"occurredOn":"2024-02-29","occurredBy":"2024-03-01","precision":"between"}'),
  parsed('{"occurredOn":20240229,"occurredBy":null,"precision":["day"]}'),
  parsed('{"n":[1e400,-1e400,-0,1.0,1e21,0.000001,1e-7,333333333.33333329]}'),
  parsed(String.raw`{"half":"\ud83d","\udead":"name","pair":"\ud83d\ude00","é":"é","nul":"\u0000"}`),
  parsed('{"__proto__":{"a":1},"constructor":"x","toJSON":"y"}'),
  { occurredOn: 'x'.repeat(200), occurredBy: 'x'.repeat(201), precision: '€'.repeat(67) },
  'data that is no JSON: {',
  '',
  null,
  true,
  0,
  [],
  Uint8Array.of(),
  Uint8Array.of(0x7b, 0x7d, 0xff, 0x00),
];

const ODD_METADATA: readonly (Json | Uint8Array | undefined)[] = [
  ...ODD,
  undefined,
  parsed('{"recordedAt":"2026-02-30T00:00:00.000Z","actor":{"id":"of a day that is none"}}'),
  parsed('{"recordedAt":"2026-02-01T00:00:00Z","actor":{"id":7}}'),
  parsed('{"recordedAt":"2019-01-01T00:00:00.000Z","actor":"someone"}'),
  { actor: { id: 'a'.repeat(201) }, recordedAt: '2031-01-01T00:00:00.000Z' },
  { actor: { id: '\ud800' } },
];

/**
 * A log of `count` events of all kinds that a ledger must take, the same for ever: most as we write them, every fifth as others might.
 * Names of streams and types reach beyond what is kept as it is.
 */
export function oddLog(count: number): StoredEvent[] {
  const next = numbers(20_260_402);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const revisions = new Map<string, bigint>();
  return Array.from({ length: count }, (_, n) => {
    if (n === 0) return ledgerOpened('milepost');
    const isOdd = n % 5 === 0;
    const stream = `milepost.${isOdd ? pick(['é', 'x'.repeat(991), 'x'.repeat(992), '€'.repeat(331), ' "\\\n']) : `trust-R${pick([...'0123456789ABC'])}`}`;
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const type = isOdd
      ? pick(['', 'any type', 't'.repeat(1_000), 't'.repeat(1_001)])
      : pick(['EprWentLive.v1', 'CapabilityAssessed.v1']);
    return storedEvent(n, {
      stream,
      revision,
      type,
      ...(isOdd ? { data: pick(ODD), metadata: pick(ODD_METADATA) } : ours(n, next())),
    });
  });
}

function ours(n: number, score: number): Pick<StoredEvent, 'data'> {
  return {
    data: {
      deployment: `d-${n % 4}`,
      occurredOn: '2025-11-03',
      precision: 'day',
      score: Math.round(score * 1e4) / 100,
    },
  };
}

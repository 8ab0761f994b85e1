import { BehaviorSubject } from 'rxjs';
import type { LedgerHead } from '../ledger';
import { InvalidPositionToken, positionToken } from './positionToken';
import { waitForToken } from './waitForToken';

function ledgerOf(held: Map<string, number>) {
  const head = new BehaviorSubject<LedgerHead>({ size: 0, lastRecordedAt: undefined });
  const reader = { sequenceOf: (stream: string, revision: number) => held.get(`${stream}@${revision}`) };
  return { ledger: 'milepost', reader, watch: { head } };
}

const token = positionToken('milepost', { stream: 'milepost.trust-RXX', revision: 3 });

it('gives at once the sequence of an event that is held', async () => {
  expect(await waitForToken(ledgerOf(new Map([['milepost.trust-RXX@3', 0]])), token, 0)).toBe(0);
});

it('waits until the ledger holds the event of that stream and revision', async () => {
  const held = new Map<string, number>();
  const ledger = ledgerOf(held);
  const waiting = waitForToken(ledger, token, 10_000);
  held.set('milepost.trust-RXX@2', 40);
  ledger.watch.head.next({ size: 41, lastRecordedAt: 1 });
  held.set('milepost.trust-RXX@3', 41);
  ledger.watch.head.next({ size: 42, lastRecordedAt: 1 });
  expect(await waiting).toBe(41);
  expect(ledger.watch.head.observed).toBe(false);
});

it('does not miss what comes between looking and waiting', async () => {
  let looks = 0;
  const { ledger, watch } = ledgerOf(new Map());
  const reader = { sequenceOf: () => (++looks === 1 ? undefined : 7) };
  expect(await waitForToken({ ledger, reader, watch }, token, 10_000)).toBe(7);
});

it('gives up when its time is over, also where the ledger has stopped telling', async () => {
  const ledger = ledgerOf(new Map());
  expect(await waitForToken(ledger, token, 0)).toBeUndefined();
  expect(await waitForToken(ledger, token, 1)).toBeUndefined();
  ledger.watch.head.complete();
  expect(await waitForToken(ledger, token, 1)).toBeUndefined();
});

it('refuses another ledger’s token', async () => {
  const other = positionToken('milepostaccess', { stream: 'milepostaccess.a', revision: 0 });
  await expect(waitForToken(ledgerOf(new Map()), other, 10)).rejects.toThrow(InvalidPositionToken);
});

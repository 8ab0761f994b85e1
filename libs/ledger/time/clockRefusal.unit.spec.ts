import { clockRefusal } from './clockRefusal';

const NOW = Date.UTC(2026, 3, 2, 12);
const MINUTE = 60_000;
const head = (lastRecordedAt: number | undefined) => ({ size: lastRecordedAt === undefined ? 0 : 1, lastRecordedAt });

it('lets a server write whose clock is right', () => {
  expect(clockRefusal(NOW, head(NOW - 1))).toBeUndefined();
  expect(clockRefusal(NOW, head(undefined))).toBeUndefined();
  expect(clockRefusal(NOW, head(NOW), { created: NOW, serverClock: NOW + 20 })).toBeUndefined();
});

it('refuses only beyond five minutes behind the head', () => {
  expect(clockRefusal(NOW, head(NOW + 5 * MINUTE))).toBeUndefined();
  expect(clockRefusal(NOW, head(NOW + 5 * MINUTE + 1))).toMatch(
    /^This server's clock says 2026-04-02T12:00:00\.000Z, 5 minutes before the last entry \(2026-04-02T12:05:00\.001Z\)\. Nothing is recorded until it is set right\./,
  );
});

it('refuses only beyond five minutes from the store’s clock, either way', () => {
  const beside = (clock: number) => clockRefusal(clock, head(NOW - 60 * MINUTE), { created: NOW, serverClock: clock });
  expect(beside(NOW + 5 * MINUTE)).toBeUndefined();
  expect(beside(NOW - 5 * MINUTE)).toBeUndefined();
  expect(beside(NOW + 7 * MINUTE)).toMatch("This server's clock is 7 minutes ahead of the event store's");
  expect(beside(NOW - 7 * MINUTE)).toMatch("This server's clock is 7 minutes behind the event store's");
});

it('refuses a server whose clock fell behind the store’s last stamp', () => {
  const stamp = { created: NOW + 6 * MINUTE, serverClock: NOW + 6 * MINUTE };
  expect(clockRefusal(NOW, head(NOW), stamp)).toMatch("This server's clock is 6 minutes behind the event store's");
});

it('lets a server write again whose clock ran ahead and was set right', () => {
  const stamp = { created: NOW, serverClock: NOW + 20 * MINUTE };
  expect(clockRefusal(NOW + 20 * MINUTE, head(NOW), stamp)).toMatch("This server's clock is 20 minutes ahead");
  expect(clockRefusal(NOW + MINUTE, head(NOW), stamp)).toBeUndefined();
});

import { clientFaults, countClientFault, guardAgainstClientFaults } from './clientFaults';

function thrownIn(path: string): Error {
  const error = new TypeError('undefined is not iterable');
  error.stack = `TypeError: undefined is not iterable\n    at Object.<anonymous> (${path}:61:37)\n    at /app/main.js:1:1`;
  return error;
}

describe('the guard against faults inside the client', () => {
  const before = process.listeners('unhandledRejection');
  guardAgainstClientFaults();
  guardAgainstClientFaults();
  const added = process.listeners('unhandledRejection').filter((listener) => !before.includes(listener));
  const reject = (reason: unknown): void => added[0]?.(reason, Promise.resolve());

  afterAll(() => {
    for (const listener of added) process.off('unhandledRejection', listener);
  });

  it('is set once', () => {
    expect(added).toHaveLength(1);
  });

  it('counts a rejection that was thrown in the client, and goes on', () => {
    const count = clientFaults();
    reject(thrownIn('/app/node_modules/@eventstore/db-client/dist/streams/utils/Subscription.js'));
    reject(thrownIn('C:\\app\\node_modules\\@eventstore\\db-client\\dist\\Client\\discovery.js'));
    countClientFault();
    expect(clientFaults()).toBe(count + 3);
  });

  it('leaves every other rejection to end the process, as it would without the guard', () => {
    const count = clientFaults();
    for (const other of [thrownIn('/app/dist/libs/ledger/sequencer.js'), new Error('x'), 'a word', undefined]) {
      expect(() => reject(other)).toThrow();
    }
    expect(clientFaults()).toBe(count);
  });
});

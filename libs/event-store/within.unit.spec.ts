import { TimedOut, within } from './within';

const never = (): Promise<never> => new Promise(() => undefined);
const NOBODY = new AbortController().signal;

describe('a call under a timer', () => {
  it('gives the answer, or the error as one', async () => {
    await expect(within(1_000, NOBODY, () => Promise.resolve(7))).resolves.toBe(7);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the client throws strings too
    await expect(within(1_000, NOBODY, () => Promise.reject('a word'))).rejects.toThrow('a word');
  });

  it('ends when the time is over and tells the call', async () => {
    let reason: Error | undefined;
    const call = within(5, NOBODY, (onOver) => {
      onOver((why) => (reason = why));
      return never();
    });
    await expect(call).rejects.toBeInstanceOf(TimedOut);
    expect(reason).toBeInstanceOf(TimedOut);
  });

  it('ends when the client was given up, also before it began', async () => {
    const lost = new AbortController();
    const call = within(1_000, lost.signal, never);
    lost.abort(new Error('given up'));
    await expect(call).rejects.toThrow('given up');
    await expect(within(1_000, lost.signal, () => Promise.resolve(1))).rejects.toThrow('given up');
  });

  it('does not leave a rejection that comes late to end the process', async () => {
    let reject: (reason: Error) => void = () => undefined;
    const unhandled = jest.fn();
    process.once('unhandledRejection', unhandled);
    const call = within(1, NOBODY, () => new Promise<never>((_resolve, later) => (reject = later)));
    await expect(call).rejects.toBeInstanceOf(TimedOut);
    reject(new Error('late'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

/** A call did not settle in its time. What it asked for may still happen. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';

  constructor(ms: number) {
    super(`no answer within ${Math.ceil(ms)} ms`);
  }
}

/**
 * A call under a timer of our own: the client has none that works on appends, reads and probes.
 * When the time is over, or `lost` is aborted, it rejects, and the signal given to the call tells it to let go.
 */
export function within<T>(ms: number, lost: AbortSignal, call: (over: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const over = new AbortController();
    const end = (reason: Error): void => {
      settle();
      reject(reason);
      over.abort(reason);
    };
    const onLost = (): void => end(asError(lost.reason));
    const timer = setTimeout(() => end(new TimedOut(ms)), Math.max(1, ms));
    const settle = (): void => {
      clearTimeout(timer);
      lost.removeEventListener('abort', onLost);
    };
    if (lost.aborted) return onLost();
    lost.addEventListener('abort', onLost);
    // A rejection that comes after the end is handled here too, so that it cannot bring the process down.
    call(over.signal)
      .then(resolve, (error: unknown) => reject(asError(error)))
      .finally(settle);
  });
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

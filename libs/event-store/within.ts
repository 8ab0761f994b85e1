/** A call did not settle in its time. What it asked for may still happen. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';

  constructor(ms: number) {
    super(`no answer within ${Math.ceil(ms)} ms`);
  }
}

/** How a call lets go when its time is over: it gives what is to be done then. */
export type OnOver = (letGo: (reason: Error) => void) => void;

/**
 * A call under a timer of our own: the client has none that works on appends, reads and probes.
 * When the time is over, or `lost` is aborted, it rejects, and the call is told to let go.
 */
export function within<T>(ms: number, lost: AbortSignal, call: (onOver: OnOver) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let letGo: ((reason: Error) => void) | undefined;
    const end = (reason: Error): void => {
      settle();
      reject(reason);
      letGo?.(reason);
    };
    const onLost = (): void => end(asError(lost.reason));
    const timer = setTimeout(() => end(new TimedOut(ms)), Math.max(1, ms));
    const settle = (): void => {
      clearTimeout(timer);
      lost.removeEventListener('abort', onLost);
    };
    if (lost.aborted) return onLost();
    lost.addEventListener('abort', onLost);
    // What comes after the end, also a rejection, changes nothing, and cannot bring the process down.
    call((first) => (letGo = first)).then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(asError(error));
      },
    );
  });
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

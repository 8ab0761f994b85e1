import type { ReadStream } from './readStream';

/** Waits until the reader has taken what was written, or is gone; at least one turn of the event loop, so that others come between. */
export function hasRoom(call: ReadStream): Promise<void> {
  return new Promise((resolve) => {
    if (!call.writableNeedDrain) {
      setImmediate(resolve);
      return;
    }
    const done = (): void => {
      call.off('drain', done);
      call.off('cancelled', done);
      call.off('close', done);
      resolve();
    };
    call.on('drain', done);
    call.on('cancelled', done);
    call.on('close', done);
  });
}

import { connectivityState } from '@grpc/grpc-js';
import type { Channel } from '@grpc/grpc-js';

/** There is no connection to the store, and the attempt to make one failed. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';

  constructor() {
    super('no connection could be made');
  }
}

/** Settles when the channel has a connection, making one where there is none. @throws {NotConnected} */
export function connected(channel: Channel): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const state = channel.getConnectivityState(true);
      if (state === connectivityState.READY) resolve();
      else if (state === connectivityState.IDLE || state === connectivityState.CONNECTING) watch(state);
      else reject(new NotConnected());
    };
    // The caller has a timer of his own; the channel's closing ends this one too.
    const watch = (state: connectivityState): void => channel.watchConnectivityState(state, Infinity, look);
    look();
  });
}

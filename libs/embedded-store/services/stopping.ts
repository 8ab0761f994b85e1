import { status } from '@grpc/grpc-js';

/** How a call ends when the store is stopped: the client's UnavailableError, which makes it connect anew. */
export const STOPPING = { code: status.UNAVAILABLE, details: 'The event store is stopping.' };

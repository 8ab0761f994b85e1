import { status } from '@grpc/grpc-js';
import type { GrpcStatus } from '../grpc/grpcStatus';

/** How a call ends when the store is stopped: the client's UnavailableError, which makes it connect anew. */
export const STOPPING: GrpcStatus = { code: status.UNAVAILABLE, details: 'The event store is stopping.' };

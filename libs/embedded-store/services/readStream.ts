import type { ServerWritableStream } from '@grpc/grpc-js';

/** The server's side of a Read call: the request's bytes in, messages as bytes out. */
export type ReadStream = ServerWritableStream<Buffer, Buffer>;

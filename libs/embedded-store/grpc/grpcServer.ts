import { status } from '@grpc/grpc-js';
import { createServer } from 'node:http2';
import type { Http2Server, IncomingHttpHeaders, ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import { GrpcCall } from './grpcCall';

/** Serves the calls of a method. */
export type Handler = (call: GrpcCall) => void;

/** So much of a call's messages may be under way; the default of 64 KB makes large appends wait for the client again and again. */
const WINDOW_BYTES = 1024 * 1024;

/**
 * A gRPC server over `node:http2`, without compression and TLS: what loopback needs. The server of `@grpc/grpc-js` hands out and takes
 * one message a turn of the event loop; where a turn waits for the disk, that left five of sixty-four writers writing.
 */
export class GrpcServer {
  private readonly sessions = new Set<ServerHttp2Session>();
  readonly http2: Http2Server;

  /** `methods` by their path, for example `/event_store.client.streams.Streams/Read`. */
  constructor(private readonly methods: ReadonlyMap<string, Handler>) {
    this.http2 = createServer({ settings: { initialWindowSize: WINDOW_BYTES }, maxSessionMemory: 64 });
    this.http2.on('session', (session: ServerHttp2Session) => this.keep(session));
    this.http2.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => this.serve(stream, headers));
  }

  /** Lets the calls that are open end, and settles when all connections are closed. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.sessions].map(
        (session) =>
          new Promise<void>((resolve) => {
            session.once('close', resolve);
            session.close();
          }),
      ),
    );
  }

  private serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    if (!String(headers['content-type']).startsWith('application/grpc')) {
      stream.respond({ ':status': 415 }, { endStream: true });
      return;
    }
    const call = new GrpcCall(stream);
    const path = String(headers[':path']);
    const handler = this.methods.get(path);
    if (handler !== undefined) handler(call);
    else call.end({ code: status.UNIMPLEMENTED, details: `The embedded store does not implement ${path}.` });
  }

  private keep(session: ServerHttp2Session): void {
    this.sessions.add(session);
    session.setLocalWindowSize(WINDOW_BYTES);
    session.once('close', () => this.sessions.delete(session));
  }
}

import type { ServerHttp2Stream } from 'node:http2';
import { Refusal } from '../protocol/refusal';
import { OK, statusFields } from './grpcStatus';
import type { GrpcStatus } from './grpcStatus';
import { MessageReader } from './messageReader';

const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };
/** So much may wait to be taken before the call counts as full. */
const FULL_BYTES = 64 * 1024;
const PREFIX_BYTES = 5;

/**
 * The server's side of one gRPC call over HTTP/2. Messages sent in one turn of the event loop leave in one write: HTTP/2 in Node takes
 * a turn for each, and a turn may have to wait for the disk.
 */
export class GrpcCall {
  private readonly reader = new MessageReader();
  private readonly gone: (() => void)[] = [];
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private hasBegun = false;
  private over = false;

  constructor(private readonly stream: ServerHttp2Stream) {
    stream.on('close', () => this.leave());
    // Whatever breaks a stream also closes it.
    stream.on('error', () => undefined);
  }

  /** Whether nothing more can be sent: it was ended, or the client is gone. */
  get isOver(): boolean {
    return this.over;
  }

  /** Whether the client has not taken what was sent. */
  get isFull(): boolean {
    return this.waitingBytes >= FULL_BYTES || this.stream.writableNeedDrain;
  }

  /** Calls `take` with each message, then `done` once the client sends no more. What cannot be read ends the call. */
  receive(take: (message: Buffer) => void, done: () => void): void {
    this.stream.on('data', (piece: Buffer) => {
      if (this.over) return;
      try {
        for (const message of this.reader.read(piece)) take(message);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.end({ code: error.code, details: error.message });
      }
    });
    this.stream.on('end', done);
  }

  /** Called once, when the client is gone or the call has ended. */
  onGone(listener: () => void): void {
    this.gone.push(listener);
  }

  send(message: Buffer): void {
    if (this.over) return;
    if (this.waiting.push(message) === 1) queueMicrotask(() => this.flush());
    this.waitingBytes += PREFIX_BYTES + message.length;
  }

  /** Settles once there is room for more, or the call is over; at least a turn of the event loop later, so that others come between. */
  room(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        if (this.over || !this.isFull) return resolve();
        const settle = (): void => {
          this.stream.off('drain', settle);
          this.stream.off('close', settle);
          resolve();
        };
        this.stream.on('drain', settle);
        this.stream.on('close', settle);
      });
    });
  }

  /** Reads no further messages until there is room for answers again. */
  readWhenRoom(): void {
    if (this.stream.isPaused()) return;
    this.stream.pause();
    void this.room().then(() => this.stream.resume());
  }

  /** Sends what waits and ends the call. */
  end(status: GrpcStatus = OK): void {
    if (this.over) return;
    this.flush();
    if (this.hasBegun) {
      this.stream.once('wantTrailers', () => this.stream.sendTrailers(statusFields(status)));
      this.stream.end();
    } else if (!this.stream.destroyed) {
      this.stream.respond({ ...HEADERS, ...statusFields(status) }, { endStream: true });
    }
    // What the client still sends is taken and dropped, so that it gets to read the status.
    this.stream.resume();
    this.leave();
  }

  private flush(): void {
    const messages = this.waiting;
    if (messages.length === 0 || this.over || this.stream.destroyed) return;
    this.waiting = [];
    this.begin();
    this.stream.write(framed(messages, this.waitingBytes));
    this.waitingBytes = 0;
  }

  private begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.stream.respond(HEADERS, { waitForTrailers: true });
  }

  private leave(): void {
    if (this.over) return;
    this.over = true;
    this.gone.splice(0).forEach((listener) => listener());
  }
}

/** The messages with their prefixes, in one piece. */
function framed(messages: readonly Buffer[], bytes: number): Buffer {
  const out = Buffer.allocUnsafe(bytes);
  let offset = 0;
  for (const message of messages) {
    out[offset] = 0;
    out.writeUInt32BE(message.length, offset + 1);
    offset += PREFIX_BYTES;
    out.set(message, offset);
    offset += message.length;
  }
  return out;
}

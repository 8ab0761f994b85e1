import { status } from '@grpc/grpc-js';
import { Refusal } from '../protocol/refusal';

/** As the real server: a message may be this long, whatever is in it. */
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024 - 1;
/** One byte that says whether it is compressed, four for the length. */
const PREFIX_BYTES = 5;

/** Cuts the bytes of a call into messages. A message that came in one piece shares its memory. */
export class MessageReader {
  private pieces: Buffer[] = [];
  private held = 0;
  /** Bytes that the next message or prefix needs. */
  private due = PREFIX_BYTES;
  private isPrefix = true;

  /** The messages that are complete with this piece. Throws a Refusal for what cannot be read. */
  *read(piece: Buffer): Generator<Buffer, void> {
    let rest = piece;
    while (this.held + rest.length >= this.due) {
      const taken = this.due - this.held;
      const whole = this.join(rest.subarray(0, taken));
      rest = rest.subarray(taken);
      if (this.isPrefix) this.expect(whole);
      else {
        this.due = PREFIX_BYTES;
        this.isPrefix = true;
        yield whole;
      }
    }
    if (rest.length > 0) this.pieces.push(rest);
    this.held += rest.length;
  }

  private join(last: Buffer): Buffer {
    if (this.pieces.length === 0) return last;
    const whole = Buffer.concat([...this.pieces, last], this.due);
    this.pieces = [];
    this.held = 0;
    return whole;
  }

  private expect(prefix: Buffer): void {
    if (prefix[0] !== 0)
      throw new Refusal(status.UNIMPLEMENTED, 'The embedded store takes messages that are not compressed.');
    this.due = prefix.readUInt32BE(1);
    this.isPrefix = false;
    if (this.due > MAX_MESSAGE_BYTES) {
      throw new Refusal(
        status.RESOURCE_EXHAUSTED,
        `The message of ${this.due} bytes is larger than any may be (${MAX_MESSAGE_BYTES}).`,
      );
    }
  }
}

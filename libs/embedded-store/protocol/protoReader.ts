import { status } from '@grpc/grpc-js';
import { Refusal } from './refusal';

const broken = (): Refusal => new Refusal(status.INVALID_ARGUMENT, 'The message is not valid protobuf.');

/** Reads one protobuf message field by field without copying. Throws a Refusal for bytes that are no message. */
export class ProtoReader {
  private at = 0;
  private wire = 0;

  constructor(private readonly bytes: Buffer) {}

  /** Number of the next field, 0 at the end. */
  field(): number {
    if (this.at >= this.bytes.length) return 0;
    const key = this.number();
    this.wire = key & 7;
    if (key < 8) throw broken();
    return key >>> 3;
  }

  /** A varint that must fit a safe integer. */
  number(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || unit > 2 ** 49) throw broken();
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) break;
      unit *= 0x80;
    }
    if (value > Number.MAX_SAFE_INTEGER) throw broken();
    return value;
  }

  /** A varint of up to 64 bits. */
  bigint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || shift > 63n) throw broken();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
  }

  /** Bytes that share memory with the message. */
  slice(): Buffer {
    if (this.wire !== 2) throw broken();
    const length = this.number();
    const end = this.at + length;
    if (end > this.bytes.length) throw broken();
    const value = this.bytes.subarray(this.at, end);
    this.at = end;
    return value;
  }

  skip(): void {
    if (this.wire === 0) this.bigint();
    else if (this.wire === 1) this.at += 8;
    else if (this.wire === 2) this.slice();
    else if (this.wire === 5) this.at += 4;
    else throw broken();
    if (this.at > this.bytes.length) throw broken();
  }
}

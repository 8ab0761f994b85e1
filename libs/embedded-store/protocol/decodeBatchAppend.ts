import { status } from '@grpc/grpc-js';
import { isUtf8 } from 'node:buffer';
import type { Expected, ProposedEvent } from '../log/append';
import { eventId } from './eventId';
import { ProtoReader } from './protoReader';
import { Refusal } from './refusal';

/** One `BatchAppendReq`: an append, or a piece of one. */
export interface BatchAppendPiece {
  /** The bytes of the correlation id's message, to be answered as they came. */
  readonly correlation: Buffer;
  readonly options: BatchAppendOptions | undefined;
  readonly events: readonly ProposedEvent[];
  readonly isFinal: boolean;
}

export interface BatchAppendOptions {
  /** UTF-8, as it came. */
  readonly stream: Buffer;
  readonly expected: Expected | undefined;
  /** Milliseconds since 1970. */
  readonly deadline: number | undefined;
}

const NOTHING = Buffer.alloc(0);
const TYPE = Buffer.from('type');
const CONTENT_TYPE = Buffer.from('content-type');
const JSON_CONTENT = Buffer.from('application/json');

/** A reason why an append is bad, kept beside what could be read so that it can be answered. */
export interface BadPiece extends BatchAppendPiece {
  readonly refusal: Refusal;
}

/**
 * Reads a `BatchAppendReq` by hand: the generated classes cost more than storing the event; a test holds both against each other.
 * Throws a Refusal for bytes that are no message at all.
 */
export function decodeBatchAppend(message: Buffer): BatchAppendPiece | BadPiece {
  const reader = new ProtoReader(message);
  const events: ProposedEvent[] = [];
  let correlation: Buffer = NOTHING;
  let options: BatchAppendOptions | undefined;
  let isFinal = false;
  let refusal: Refusal | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) correlation = reader.slice();
    else if (field === 2) options = decodeOptions(reader.slice());
    else if (field === 3) {
      const event = decodeProposed(reader.slice());
      if (event instanceof Refusal) refusal ??= event;
      else events.push(event);
    } else if (field === 4) isFinal = reader.number() !== 0;
    else reader.skip();
  }
  const piece = { correlation, options, events, isFinal };
  return refusal === undefined ? piece : { ...piece, refusal };
}

function decodeOptions(message: Buffer): BatchAppendOptions {
  const reader = new ProtoReader(message);
  let stream: Buffer = NOTHING;
  let expected: Expected | undefined;
  let deadline: number | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) stream = decodeStreamName(reader.slice());
    else if (field === 2) expected = reader.bigint();
    else if (field === 6) deadline = decodeTimestamp(reader.slice());
    else {
      if (field === 3) expected = 'no-stream';
      else if (field === 4) expected = 'any';
      else if (field === 5) expected = 'stream-exists';
      reader.skip();
    }
  }
  return { stream, expected, deadline };
}

/** The bytes of the name in a `StreamIdentifier`. */
function decodeStreamName(message: Buffer): Buffer {
  const reader = new ProtoReader(message);
  let name: Buffer = NOTHING;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 3) name = reader.slice();
    else reader.skip();
  }
  return name;
}

function decodeTimestamp(message: Buffer): number {
  const reader = new ProtoReader(message);
  let seconds = 0n;
  let nanos = 0n;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) seconds = BigInt.asIntN(64, reader.bigint());
    else if (field === 2) nanos = BigInt.asIntN(64, reader.bigint());
    else reader.skip();
  }
  return Number(seconds) * 1000 + Number(nanos) / 1e6;
}

function decodeProposed(message: Buffer): ProposedEvent | Refusal {
  const reader = new ProtoReader(message);
  let id: string | undefined;
  let type: Buffer | undefined;
  let json: boolean | undefined;
  let metadata: Buffer = NOTHING;
  let data: Buffer = NOTHING;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) id = eventId(reader.slice());
    else if (field === 2) {
      const [key, value] = decodeMapEntry(reader.slice());
      if (key.equals(TYPE)) type = value;
      else if (key.equals(CONTENT_TYPE)) json = value.equals(JSON_CONTENT);
    } else if (field === 3) metadata = reader.slice();
    else if (field === 4) data = reader.slice();
    else reader.skip();
  }
  if (id === undefined) return bad('an event has no id, or one that is not a UUID');
  if (type === undefined || type.length === 0 || !isUtf8(type))
    return bad('an event has no type, or one that is not UTF-8');
  if (json === undefined) return bad('an event has no content type');
  return { id, type, json, metadata, data };
}

function decodeMapEntry(message: Buffer): [Buffer, Buffer] {
  const reader = new ProtoReader(message);
  let key: Buffer = NOTHING;
  let value: Buffer = NOTHING;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) key = reader.slice();
    else if (field === 2) value = reader.slice();
    else reader.skip();
  }
  return [key, value];
}

const bad = (what: string): Refusal => new Refusal(status.INVALID_ARGUMENT, `The append is refused because ${what}.`);

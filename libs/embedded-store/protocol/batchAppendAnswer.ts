import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import {
  BadRequest,
  MaximumAppendSizeExceeded,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { status } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import type { Expected } from '../log/append';
import { varintSize, writeVarint } from '../log/varint';
import { MAX_APPEND_BYTES } from './appendRules';

/** The fields' tags in the protocol. */
const CORRELATION = 0x0a;
const ERROR = 0x12;
const SUCCESS = 0x1a;
const STREAM_IDENTIFIER = 0x22;
const STREAM_NAME = 0x1a;

/** Which append is answered: the bytes of its correlation id and of its stream's name, as they came. */
export interface Addressee {
  readonly correlation: Buffer;
  readonly stream: Buffer;
}

/** The answer to an append that is stored, written by hand because there is one for each; revision -1 is "no stream". */
export function storedAnswer(to: Addressee, revision: number, position: number): Buffer {
  const at = varintSize(position);
  const place = 2 * (1 + at);
  const current = revision < 0 ? 2 : 1 + varintSize(revision);
  const success = Buffer.allocUnsafe(current + 1 + varintSize(place) + place);
  let offset = revision < 0 ? field(success, 0x12, 0, 0) : field(success, 0x08, revision, 0);
  offset = field(success, 0x1a, place, offset);
  offset = field(success, 0x08, position, offset);
  field(success, 0x10, position, offset);
  return addressed(to, SUCCESS, success);
}

/** The real server's refusal of a wrong revision; `actual` is -1 where the stream does not exist. */
export function wrongRevisionAnswer(to: Addressee, expected: Expected, actual: number): Buffer {
  const detail = new WrongExpectedVersion();
  if (actual < 0) detail.setCurrentNoStream(new Empty());
  else detail.setCurrentStreamRevision(String(actual));
  if (expected === 'any') detail.setExpectedAny(new Empty());
  else if (expected === 'no-stream') detail.setExpectedNoStream(new Empty());
  else if (expected === 'stream-exists') detail.setExpectedStreamExists(new Empty());
  else detail.setExpectedStreamPosition(expected.toString());
  return errorAnswer(to, status.ALREADY_EXISTS, 'WrongExpectedVersion', detail, 'WrongExpectedVersion');
}

export function tooLargeAnswer(to: Addressee): Buffer {
  const detail = new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES);
  return errorAnswer(to, status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', detail, 'MaximumAppendSizeExceeded');
}

export function tooLateAnswer(to: Addressee): Buffer {
  return errorAnswer(to, status.DEADLINE_EXCEEDED, 'Timeout', new Timeout(), 'Timeout');
}

/** The client names no class for other refusals: it shows the message, so the sentence stands there too. */
export function refusedAnswer(to: Addressee, code: number, sentence: string): Buffer {
  return errorAnswer(to, code, `BadRequest: ${sentence}`, new BadRequest().setMessage(sentence), 'BadRequest');
}

function errorAnswer(to: Addressee, code: number, message: string, detail: Message, type: string): Buffer {
  const any = new Any();
  any.pack(detail.serializeBinary(), `event_store.client.${type}`);
  const error = new Status().setCode(code).setMessage(message).setDetails(any);
  return addressed(to, ERROR, Buffer.from(error.serializeBinary()));
}

/** A `BatchAppendResp`. Correlation id and stream name go back byte by byte: whatever a client sent there is its own affair. */
function addressed({ correlation, stream }: Addressee, kind: number, result: Buffer): Buffer {
  const identifier = 1 + varintSize(stream.length) + stream.length;
  const out = Buffer.allocUnsafe(delimited(correlation.length) + delimited(result.length) + delimited(identifier));
  let offset = field(out, CORRELATION, correlation.length, 0);
  offset += correlation.copy(out, offset);
  offset = field(out, kind, result.length, offset);
  offset += result.copy(out, offset);
  offset = field(out, STREAM_IDENTIFIER, identifier, offset);
  offset = field(out, STREAM_NAME, stream.length, offset);
  stream.copy(out, offset);
  return out;
}

const delimited = (length: number): number => 1 + varintSize(length) + length;

function field(out: Buffer, tag: number, value: number, offset: number): number {
  out[offset] = tag;
  return writeVarint(out, value, offset + 1);
}

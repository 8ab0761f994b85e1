import { status } from '@grpc/grpc-js';
import { isUtf8 } from 'node:buffer';
import type { Append, ProposedEvent } from '../log/append';
import type { BatchAppendOptions } from './decodeBatchAppend';
import { Refusal } from './refusal';

/** As the real server: the data of all events of an append together, in bytes; metadata, types and ids do not count. */
export const MAX_APPEND_BYTES = 1_048_576;
const MAX_NAME_BYTES = 65_535;
/** Stream rules of the real server that this one does not know. To take them and not act on them would be a lie. */
const UNKNOWN_RULES = ['$maxAge', '$tb', '$acl'];

/** The append that was asked for. Throws a Refusal for one that this store does not take. */
export function allowedAppend(options: BatchAppendOptions, events: readonly ProposedEvent[]): Append {
  const { stream: name, expected, deadline } = options;
  if (name.length === 0) throw bad('it names no stream');
  if (name.length > MAX_NAME_BYTES) throw bad(`the stream's name is longer than ${MAX_NAME_BYTES} bytes`);
  if (!isUtf8(name)) throw bad("the stream's name is not UTF-8");
  if (expected === undefined) throw bad('it does not say which revision it expects');
  const stream = name.toString('utf8');
  if (stream === '$$') throw bad('"$$" is the metadata stream of no stream');
  if (stream.startsWith('$$')) events.forEach(checkMetadata);
  return { stream, expected, events, deadline };
}

function checkMetadata({ json, data }: ProposedEvent): void {
  if (!json) return;
  const metadata = parse(Buffer.from(data).toString('utf8'));
  if (typeof metadata !== 'object' || metadata === null) return;
  const rule = UNKNOWN_RULES.find((name) => name in metadata);
  if (rule === undefined) return;
  throw new Refusal(
    status.UNIMPLEMENTED,
    `The embedded store does not know the stream rule ${rule}, only $maxCount: use an EventStoreDB or KurrentDB server for it.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const bad = (what: string): Refusal => new Refusal(status.INVALID_ARGUMENT, `The append is refused because ${what}.`);

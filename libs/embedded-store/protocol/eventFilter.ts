import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import { storedHead } from '../log/storedHead';
import { Refusal } from './refusal';

/** Says of a stored event's bytes whether a reader wants it. */
export type EventFilter = (message: Buffer) => boolean;

type FilterOptions = ReadReq.Options.FilterOptions;

/** The filter that was asked for. Throws a Refusal for one that this store does not offer. */
export function eventFilter(options: FilterOptions): EventFilter {
  const byStream = options.hasStreamIdentifier();
  const expression = byStream ? options.getStreamIdentifier() : options.getEventType();
  if (expression === undefined)
    throw new Refusal(status.INVALID_ARGUMENT, 'The filter says neither stream name nor event type.');
  if (expression.getRegex() !== '') {
    throw new Refusal(status.UNIMPLEMENTED, 'The embedded store filters by prefixes, not by regular expressions.');
  }
  const prefixes = expression.getPrefixList().map((prefix) => Buffer.from(prefix));
  if (prefixes.length === 0) throw new Refusal(status.INVALID_ARGUMENT, 'The filter has no prefix.');
  return (message) => {
    const head = storedHead(message);
    return prefixes.some((prefix) =>
      byStream
        ? beginsWith(message, head.nameStart, head.nameEnd, prefix)
        : beginsWith(message, head.typeStart, head.typeEnd, prefix),
    );
  };
}

function beginsWith(message: Buffer, start: number, end: number, prefix: Buffer): boolean {
  return end - start >= prefix.length && message.compare(prefix, 0, prefix.length, start, start + prefix.length) === 0;
}

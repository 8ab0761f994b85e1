import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import { Refusal } from './refusal';

/** Says of an event's stream and type whether a reader wants it. */
export type EventFilter = (names: { readonly stream: string; readonly type: string }) => boolean;

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
  const prefixes = expression.getPrefixList();
  if (prefixes.length === 0) throw new Refusal(status.INVALID_ARGUMENT, 'The filter has no prefix.');
  const begins = (name: string): boolean => prefixes.some((prefix) => name.startsWith(prefix));
  return byStream ? ({ stream }) => begins(stream) : ({ type }) => begins(type);
}

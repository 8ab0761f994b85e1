import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import { isUtf8 } from 'node:buffer';
import { eventFilter } from './eventFilter';
import type { EventFilter } from './eventFilter';
import { Refusal } from './refusal';

/** Where a read begins: an end of what there is, or a number (revision of a stream, commit position of `$all`). */
export type ReadStart = 'start' | 'end' | bigint;

export interface FilterPlan {
  readonly matches: EventFilter;
  /** Events scanned from one checkpoint to the next. */
  readonly checkpointEvery: number;
}

/** What a `ReadReq` asks for, checked. */
export interface ReadPlan {
  /** Undefined for `$all`. */
  readonly stream: string | undefined;
  readonly start: ReadStart;
  readonly backwards: boolean;
  /** Undefined for a subscription. */
  readonly count: number | undefined;
  readonly filter: FilterPlan | undefined;
  /** Ids as two numbers instead of text. */
  readonly structuredIds: boolean;
}

type Options = ReadReq.Options;

const { StreamOptionCase, CountOptionCase, FilterOptionCase, UUIDOption } = ReadReq.Options;
/** 2^64 - 1 stands for the end. */
const END = 0xffff_ffff_ffff_ffffn;
/** The real server's search window where none is asked for. */
const SEARCH_WINDOW = 32;

/** Reads the request's bytes. Throws a Refusal for what cannot be served. */
export function readPlan(message: Buffer): ReadPlan {
  const options = parse(message).getOptions();
  if (options === undefined) throw bad('The read has no options.');
  checkCombination(options);
  const idForm = options.getUuidOption()?.getContentCase() ?? UUIDOption.ContentCase.CONTENT_NOT_SET;
  if (idForm === UUIDOption.ContentCase.CONTENT_NOT_SET) throw bad('The read does not say in which form it wants ids.');
  if (options.getResolveLinks()) throw new Refusal(status.UNIMPLEMENTED, 'The embedded store does not resolve links.');
  return {
    ...source(options),
    backwards: isBackwards(options),
    count: options.hasCount() ? countOf(options) : undefined,
    filter: filterPlan(options),
    structuredIds: idForm === UUIDOption.ContentCase.STRUCTURED,
  };
}

function parse(message: Buffer): ReadReq {
  try {
    return ReadReq.deserializeBinary(message);
  } catch (error) {
    throw new Refusal(status.INVALID_ARGUMENT, `The message is not valid protobuf (${String(error)}).`);
  }
}

function source(options: Options): Pick<ReadPlan, 'stream' | 'start'> {
  const all = options.getAll();
  if (all !== undefined) return { stream: undefined, start: allStart(all) };
  const stream = options.getStream();
  const name = Buffer.from(stream?.getStreamIdentifier()?.getStreamName_asU8() ?? []);
  if (name.length === 0 || !isUtf8(name)) throw bad('The read names no stream, or one that is not UTF-8.');
  const { RevisionOptionCase } = ReadReq.Options.StreamOptions;
  switch (stream?.getRevisionOptionCase()) {
    case RevisionOptionCase.START:
      return { stream: name.toString('utf8'), start: 'start' };
    case RevisionOptionCase.END:
      return { stream: name.toString('utf8'), start: 'end' };
    case RevisionOptionCase.REVISION: {
      const revision = BigInt(stream.getRevision());
      return { stream: name.toString('utf8'), start: revision === END ? 'end' : revision };
    }
    default:
      throw bad('The read does not say from which revision.');
  }
}

function allStart(all: ReadReq.Options.AllOptions): ReadStart {
  const { AllOptionCase } = ReadReq.Options.AllOptions;
  switch (all.getAllOptionCase()) {
    case AllOptionCase.START:
      return 'start';
    case AllOptionCase.END:
      return 'end';
    case AllOptionCase.POSITION: {
      const commit = BigInt(all.getPosition()?.getCommitPosition() ?? 0);
      const prepare = BigInt(all.getPosition()?.getPreparePosition() ?? 0);
      if (commit < prepare) throw bad('A position whose commit is before its prepare does not exist.');
      return commit === END ? 'end' : commit;
    }
    default:
      throw bad('The read does not say from which position.');
  }
}

function countOf(options: Options): number {
  const count = BigInt(options.getCount());
  return count > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(count);
}

function filterPlan(options: Options): FilterPlan | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const window = filter.hasMax() ? filter.getMax() : SEARCH_WINDOW;
  const multiplier = filter.getCheckpointintervalmultiplier();
  if (options.hasSubscription() && (window === 0 || multiplier === 0)) {
    throw bad('A filtered subscription needs a search window and a checkpoint interval of at least 1.');
  }
  return { matches: eventFilter(filter), checkpointEvery: window * multiplier };
}

const isBackwards = (options: Options): boolean =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

/** The combinations that the real server refuses, in its words. */
function checkCombination(options: Options): void {
  const source = options.getStreamOptionCase();
  const count = options.getCountOptionCase();
  const filter = options.getFilterOptionCase();
  if (source === StreamOptionCase.STREAM_OPTION_NOT_SET) throw bad('The read says neither a stream nor $all.');
  const isSubscription = count === CountOptionCase.SUBSCRIPTION;
  const isFiltered = filter === FilterOptionCase.FILTER;
  const isBad =
    count === CountOptionCase.COUNT_OPTION_NOT_SET ||
    filter === FilterOptionCase.FILTER_OPTION_NOT_SET ||
    (isSubscription && isBackwards(options)) ||
    (isFiltered && source === StreamOptionCase.STREAM);
  if (!isBad) return;
  const names = [
    source === StreamOptionCase.STREAM ? 'Stream' : 'All',
    {
      [CountOptionCase.COUNT_OPTION_NOT_SET]: 'None',
      [CountOptionCase.COUNT]: 'Count',
      [CountOptionCase.SUBSCRIPTION]: 'Subscription',
    }[count],
    isBackwards(options) ? 'Backwards' : 'Forwards',
    {
      [FilterOptionCase.FILTER_OPTION_NOT_SET]: 'None',
      [FilterOptionCase.FILTER]: 'Filter',
      [FilterOptionCase.NO_FILTER]: 'NoFilter',
    }[filter],
  ];
  throw bad(`The combination of (${names.join(', ')}) is invalid.`);
}

const bad = (sentence: string): Refusal => new Refusal(status.INVALID_ARGUMENT, sentence);

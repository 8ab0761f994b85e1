import { MaximumAppendSizeExceeded, UUID, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import { Empty as ProtocolEmpty } from '@eventstore/db-client/generated/shared_pb';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { BatchAppendReq, ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import { randomUUID } from 'node:crypto';
import { batchAppend, proposed, rawStreams, read, readOptions, streamIdentifier } from './rawStreams';
import type { Piece } from './rawStreams';
import { collect, failureOf, jsonSamples, newStream } from './samples';
import { storeUnderTest } from './storeUnderTest';
import type { StoreUnderTest } from './storeUnderTest';

const correlation = (): UUID => new UUID().setString(randomUUID());
const optionsFor = (stream: string): BatchAppendReq.Options =>
  new BatchAppendReq.Options().setStreamIdentifier(streamIdentifier(stream));

describe('the protocol below the client', () => {
  let store: StoreUnderTest;
  let streams: StreamsClient;
  beforeAll(async () => {
    store = await storeUnderTest();
    await store.client.appendToStream(newStream(), jsonSamples(1));
    streams = await rawStreams(store.client);
  });
  afterAll(() => store.close());

  const append = (
    options: BatchAppendReq.Options | undefined,
    events: readonly BatchAppendReq.ProposedMessage[] = [proposed()],
  ): Promise<BatchAppendResp> => {
    const piece: Piece = (request) => {
      if (options !== undefined) request.setOptions(options);
      request.setProposedMessagesList([...events]);
    };
    return batchAppend(streams, correlation(), [piece]);
  };

  describe('BatchAppend', () => {
    it.each<[string, () => UUID]>([
      ['text', correlation],
      ['numbers', () => new UUID().setStructured(numbers('-5', '7'))],
    ])('answers with the correlation id in the form in which it came: %s', async (_form, make) => {
      const id = make();
      const stream = newStream();
      const answer = await batchAppend(streams, id, [
        (request) => request.setOptions(optionsFor(stream).setAny(new Empty())).setProposedMessagesList([proposed()]),
      ]);
      expect(answer.getCorrelationId()?.toObject()).toEqual(id.toObject());
      expect(Buffer.from(answer.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
      expect(answer.getSuccess()?.getCurrentRevision()).toBe('0');
    });

    it('takes an append in several messages as one', async () => {
      const stream = newStream();
      const answer = await batchAppend(streams, correlation(), [
        (request) =>
          request.setOptions(optionsFor(stream).setNoStream(new Empty())).setProposedMessagesList([proposed()]),
        (request) => request.setProposedMessagesList([proposed(), proposed()]),
      ]);
      expect(answer.getSuccess()?.getCurrentRevision()).toBe('2');
    });

    it('takes ids as numbers and gives them back as text', async () => {
      const stream = newStream();
      const id = new UUID().setStructured(numbers('1311768467294899695', '-8613303245920329199'));
      await append(optionsFor(stream).setAny(new Empty()), [proposed('{}', 'Raw.v1', id)]);
      const [read] = await collect(store.client.readStream(stream));
      expect(read?.event?.id).toBe('12345678-90ab-cdef-8877-665544332211');
    });

    it.each<[string, (options: BatchAppendReq.Options) => BatchAppendReq.Options, object]>([
      ['an exact revision', (options) => options.setStreamPosition('5'), { expectedStreamPosition: '5' }],
      ['an existing stream', (options) => options.setStreamExists(new Empty()), { expectedStreamExists: {} }],
    ])('tells the details of a wrong revision where %s was expected', async (_what, expecting, detail) => {
      const answer = await append(expecting(optionsFor(newStream())));
      const status = answer.getError();
      expect(status?.getCode()).toBe(6);
      expect(status?.getMessage()).toBe('WrongExpectedVersion');
      const details = status
        ?.getDetails()
        ?.unpack((bytes) => WrongExpectedVersion.deserializeBinary(bytes), 'event_store.client.WrongExpectedVersion');
      expect(details?.toObject()).toMatchObject({ currentNoStream: {}, ...detail });
    });

    it('tells the limit where an append is too large', async () => {
      const answer = await append(optionsFor(newStream()).setAny(new Empty()), [proposed('x'.repeat(1_048_577))]);
      expect(answer.getError()?.getCode()).toBe(3);
      const details = answer
        .getError()
        ?.getDetails()
        ?.unpack(
          (bytes) => MaximumAppendSizeExceeded.deserializeBinary(bytes),
          'event_store.client.MaximumAppendSizeExceeded',
        );
      expect(details?.getMaxappendsize()).toBe(1_048_576);
    });

    it('says "no stream" after an append of nothing to one', async () => {
      const answer = await append(optionsFor(newStream()).setNoStream(new Empty()), []);
      expect(answer.getSuccess()?.hasNoStream()).toBe(true);
      expect(answer.getSuccess()?.hasPosition()).toBe(true);
    });

    it('refuses an append whose deadline has passed', async () => {
      const stream = newStream();
      const passed = Timestamp.fromDate(new Date(Date.now() - 5000));
      const answer = await append(optionsFor(stream).setAny(new Empty()).setDeadline(passed));
      expect(answer.getError()?.getCode()).toBe(4);
      expect(answer.getError()?.getDetails()?.getTypeName()).toBe('event_store.client.Timeout');
      expect(await read(streams, readOptions().setStream(streamOptions(stream)))).toMatchObject([{}]);
    });

    it.each<[string, BatchAppendReq.Options, BatchAppendReq.ProposedMessage[]]>([
      ['that expects nothing in particular', optionsFor('contract.bad'), [proposed()]],
      [
        'without a stream name',
        new BatchAppendReq.Options().setStreamIdentifier(streamIdentifier('')).setAny(new Empty()),
        [proposed()],
      ],
      ['with an event without a type', optionsFor('contract.bad').setAny(new Empty()), [proposed('{}', '')]],
      [
        'with an id that is none',
        optionsFor('contract.bad').setAny(new Empty()),
        [proposed('{}', 'T', new UUID().setString('nonsense'))],
      ],
    ])('answers an append %s with BadRequest', async (_what, options, events) => {
      const answer = await append(options, events);
      expect(answer.getError()?.getCode()).toBe(3);
      expect(answer.getError()?.getDetails()?.getTypeName()).toBe('event_store.client.BadRequest');
    });
  });

  describe('Read', () => {
    it.each<[string, (options: ReadReq.Options) => unknown]>([
      ['a filtered stream', (options) => options.setStream(streamOptions('s')).setFilter(filterOf('event', 'x'))],
      [
        'a subscription backwards',
        (options) => options.setSubscription(new ReadReq.Options.SubscriptionOptions()).setReadDirection(1),
      ],
      ['no count', (options) => options.clearCount()],
      ['no filter option', (options) => options.clearNoFilter()],
      ['neither a stream nor $all', (options) => options.clearAll()],
    ])('refuses %s as an invalid argument', async (_what, change) => {
      const options = readOptions();
      change(options);
      expect(await failureOf(read(streams, options))).toMatchObject({ code: 3 });
    });

    it('says of a stream that does not exist that it was not found, as a message', async () => {
      const stream = newStream();
      const messages = await read(streams, readOptions().setStream(streamOptions(stream)));
      expect(
        messages.map((message) =>
          Buffer.from(message.getStreamNotFound()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
        ),
      ).toEqual([stream]);
    });

    it('filters $all by prefixes, by both ways, and counts what it gives', async () => {
      const prefix = newStream();
      for (const name of ['a', 'b', 'a', 'a']) await store.client.appendToStream(`${prefix}-${name}`, jsonSamples(1));
      const names = async (options: ReadReq.Options): Promise<string[]> =>
        (await read(streams, options)).map((message) =>
          Buffer.from(message.getEvent()?.getEvent()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
        );
      expect(await names(readOptions(100_000).setFilter(filterOf('stream', `${prefix}-a`)))).toEqual(
        Array.from({ length: 3 }, () => `${prefix}-a`),
      );
      const backwards = readOptions(2)
        .setFilter(filterOf('stream', prefix))
        .setAll(new ReadReq.Options.AllOptions().setEnd(new ProtocolEmpty()))
        .setReadDirection(1);
      expect(await names(backwards)).toEqual([`${prefix}-a`, `${prefix}-a`]);
    });

    it('gives ids as numbers where it is asked to', async () => {
      const stream = newStream();
      const id = '12345678-90ab-4def-8877-665544332211';
      await append(optionsFor(stream).setAny(new Empty()), [proposed('{}', 'T', new UUID().setString(id))]);
      const options = readOptions()
        .setStream(streamOptions(stream))
        .setUuidOption(new ReadReq.Options.UUIDOption().setStructured(new ProtocolEmpty()));
      const [message] = await read(streams, options);
      const structured = message?.getEvent()?.getEvent()?.getId()?.getStructured();
      const hex = [structured?.getMostSignificantBits(), structured?.getLeastSignificantBits()].map((half) =>
        BigInt.asUintN(64, BigInt(half ?? 0))
          .toString(16)
          .padStart(16, '0'),
      );
      expect(hex.join('')).toBe(id.replaceAll('-', ''));
    });
  });
});

function numbers(most: string, least: string): UUID.Structured {
  const structured = new UUID.Structured();
  structured.setMostSignificantBits(most);
  structured.setLeastSignificantBits(least);
  return structured;
}

const streamOptions = (stream: string): ReadReq.Options.StreamOptions =>
  new ReadReq.Options.StreamOptions().setStreamIdentifier(streamIdentifier(stream)).setStart(new ProtocolEmpty());

function filterOf(by: 'stream' | 'event', prefix: string): ReadReq.Options.FilterOptions {
  const expression = new ReadReq.Options.FilterOptions.Expression().setPrefixList([prefix]);
  const filter = new ReadReq.Options.FilterOptions().setMax(32).setCheckpointintervalmultiplier(1);
  return by === 'stream' ? filter.setStreamIdentifier(expression) : filter.setEventType(expression);
}

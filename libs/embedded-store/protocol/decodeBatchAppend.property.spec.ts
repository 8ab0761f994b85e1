import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import type { Expected } from '../log/append';
import { decodeBatchAppend } from './decodeBatchAppend';
import { Refusal } from './refusal';

const event = fc.record({
  id: fc.uuid(),
  asNumbers: fc.boolean(),
  type: fc.string({ minLength: 1, unit: 'grapheme' }),
  json: fc.boolean(),
  metadata: fc.uint8Array({ maxLength: 200 }),
  data: fc.uint8Array({ maxLength: 2000 }),
});
const expectation = fc.constantFrom<Expected>('any', 'no-stream', 'stream-exists', 0n, 5n, 2n ** 63n, 2n ** 64n - 1n);

function uuidMessage(id: string, asNumbers: boolean): UUID {
  if (!asNumbers) return new UUID().setString(id);
  const hex = id.replaceAll('-', '');
  const structured = new UUID.Structured();
  structured.setMostSignificantBits(BigInt.asIntN(64, BigInt(`0x${hex.slice(0, 16)}`)).toString());
  structured.setLeastSignificantBits(BigInt.asIntN(64, BigInt(`0x${hex.slice(16)}`)).toString());
  return new UUID().setStructured(structured);
}

function optionsOf(stream: string, expected: Expected, deadline: number): BatchAppendReq.Options {
  const options = new BatchAppendReq.Options()
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setDeadline(Timestamp.fromDate(new Date(deadline)));
  if (expected === 'any') options.setAny(new Empty());
  else if (expected === 'no-stream') options.setNoStream(new Empty());
  else if (expected === 'stream-exists') options.setStreamExists(new Empty());
  else options.setStreamPosition(expected.toString());
  return options;
}

function requestOf(
  correlation: string,
  options: BatchAppendReq.Options | undefined,
  events: readonly fc.Arbitrary<never>[] | readonly object[],
): BatchAppendReq {
  const request = new BatchAppendReq().setCorrelationId(new UUID().setString(correlation)).setIsFinal(true);
  if (options !== undefined) request.setOptions(options);
  for (const { id, asNumbers, type, json, metadata, data } of events as readonly Sample[]) {
    const message = new BatchAppendReq.ProposedMessage()
      .setId(uuidMessage(id, asNumbers))
      .setCustomMetadata(metadata)
      .setData(data);
    message
      .getMetadataMap()
      .set('type', type)
      .set('content-type', json ? 'application/json' : 'application/octet-stream');
    request.addProposedMessages(message);
  }
  return request;
}

interface Sample {
  readonly id: string;
  readonly asNumbers: boolean;
  readonly type: string;
  readonly json: boolean;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

describe('reading an append by hand', () => {
  it("finds what the client's own classes wrote", () => {
    const deadline = fc.integer({ min: -1_000_000, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: 'grapheme' }),
        expectation,
        deadline,
        fc.array(event, { maxLength: 5 }),
        (correlation, stream, expected, at, events) => {
          const bytes = Buffer.from(requestOf(correlation, optionsOf(stream, expected, at), events).serializeBinary());
          const piece = decodeBatchAppend(bytes);
          expect(piece).not.toHaveProperty('refusal');
          expect(UUID.deserializeBinary(piece.correlation).getString()).toBe(correlation);
          expect(piece.isFinal).toBe(true);
          expect(piece.options).toEqual({ stream: Buffer.from(stream), expected, deadline: at });
          expect(
            piece.events.map((one) => ({
              ...one,
              type: Buffer.from(one.type).toString(),
              metadata: Uint8Array.from(one.metadata),
              data: Uint8Array.from(one.data),
            })),
          ).toEqual(events.map(({ asNumbers: _, ...one }) => one));
        },
      ),
    );
  });

  it.each<[string, Partial<Sample>]>([
    ['no id', { id: '' }],
    ['an id that is no UUID', { id: 'zzzzzzzz-zzzz-4zzz-8zzz-zzzzzzzzzzzz' }],
    ['the empty id', { id: '00000000-0000-0000-0000-000000000000' }],
    ['no type', { type: '' }],
  ])('keeps the reason beside an append whose event has %s', (_what, part) => {
    const sound = {
      id: '2c0d1f0e-9d5a-4c5e-8a39-0d8a8f1f2a10',
      asNumbers: false,
      type: 'T',
      json: true,
      metadata: Buffer.alloc(0),
      data: Buffer.from('{}'),
    };
    const bytes = Buffer.from(requestOf(sound.id, optionsOf('s', 'any', 0), [{ ...sound, ...part }]).serializeBinary());
    expect(decodeBatchAppend(bytes)).toMatchObject({ refusal: { code: 3 } });
  });

  it('throws nothing but refusals at bytes of any kind', () => {
    const tryIt = (bytes: Uint8Array): void => {
      try {
        decodeBatchAppend(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), tryIt), { numRuns: 500 });
    const whole = Buffer.from(
      requestOf('2c0d1f0e-9d5a-4c5e-8a39-0d8a8f1f2a10', optionsOf('s', 3n, 1), []).serializeBinary(),
    );
    for (let end = 0; end < whole.length; end++) tryIt(whole.subarray(0, end));
  });
});

import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import { encodeStored } from './encodeStored';
import { storedHead } from './storedHead';

const safe = fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat());
const sample = fc.record({
  id: fc.uuid(),
  type: fc.string({ minLength: 1, unit: 'grapheme', maxLength: 200 }),
  json: fc.boolean(),
  metadata: fc.uint8Array({ maxLength: 300 }),
  data: fc.uint8Array({ maxLength: 20_000 }),
  stream: fc.string({ minLength: 1, unit: 'grapheme', maxLength: 300 }),
  revision: safe,
  position: safe,
  created: fc.nat({ max: 4_102_444_800_000 }),
});

describe('an event as it is stored', () => {
  it("is what the client's own classes read, and what they would have written", () => {
    fc.assert(
      fc.property(sample, ({ type, stream, revision, position, created, ...event }) => {
        const message = encodeStored(
          { ...event, type: Buffer.from(type) },
          { stream: Buffer.from(stream), revision, position, created },
        );
        const read = ReadResp.deserializeBinary(message).getEvent();
        const recorded = read?.getEvent();
        expect(read?.getCommitPosition()).toBe(String(position));
        expect(recorded?.getCommitPosition()).toBe(String(position));
        expect(recorded?.getPreparePosition()).toBe(String(position));
        expect(recorded?.getStreamRevision()).toBe(String(revision));
        expect(recorded?.getId()?.getString()).toBe(event.id);
        expect(Buffer.from(recorded?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
        const metadata = recorded?.getMetadataMap();
        expect(metadata?.getLength()).toBe(3);
        expect(metadata?.get('type')).toBe(type);
        expect(metadata?.get('created')).toBe(String(BigInt(created) * 10_000n));
        expect(metadata?.get('content-type')).toBe(event.json ? 'application/json' : 'application/octet-stream');
        expect(Buffer.from(recorded?.getData_asU8() ?? []).equals(event.data)).toBe(true);
        expect(Buffer.from(recorded?.getCustomMetadata_asU8() ?? []).equals(event.metadata)).toBe(true);
      }),
    );
  });

  it('shows its head without being read whole', () => {
    fc.assert(
      fc.property(sample, ({ type, stream, revision, position, created, ...event }) => {
        const message = encodeStored(
          { ...event, type: Buffer.from(type) },
          { stream: Buffer.from(stream), revision, position, created },
        );
        expect(storedHead(message)).toEqual({ id: event.id, stream, revision, position, type });
      }),
    );
  });
});

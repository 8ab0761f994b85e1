import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import type { Json } from '@milepost/event-store';
import { storedEvent } from '../../../test/support/storedEvents';
import { entryBytes } from './entryBytes';

const json = fc.json({ stringUnit: 'binary' }).map((text) => JSON.parse(text) as Json);
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const event = fc
  .record({
    stream: name.map((rest) => `milepost.${rest}`),
    type: name,
    revision: fc.bigInt({ min: 0n, max: 2n ** 53n }),
    data: fc.oneof(json, fc.dictionary(fc.constantFrom('occurredOn', 'occurredBy', 'precision', 'x'), json)),
    metadata: fc.oneof(json, fc.constant(undefined), fc.record({ actor: fc.record({ id: json }), recordedAt: json })),
  })
  .map((parts) => storedEvent(1, parts));
const previous = fc.option(fc.nat(), { nil: undefined });

it('is RFC 8785 text: another canonicaliser gives the same bytes', () => {
  fc.assert(
    fc.property(event, previous, (stored, before) => {
      const text = Buffer.from(entryBytes(stored, before)).toString();
      expect(canonicalize(JSON.parse(text))).toBe(text);
    }),
  );
});

it('commits to the canonical text of whatever the data is', () => {
  fc.assert(
    fc.property(event, (stored) => {
      const entry = JSON.parse(Buffer.from(entryBytes(stored, undefined)).toString()) as { data: string };
      expect(entry.data).toBe(createHash('sha256').update(canonicalize(stored.data)).digest('base64'));
    }),
  );
});

it('is the same whatever order the members came in', () => {
  fc.assert(
    fc.property(fc.dictionary(name, json), previous, (members, before) => {
      const turned = Object.fromEntries(Object.entries(members).reverse());
      expect(entryBytes(storedEvent(1, { data: turned }), before)).toEqual(
        entryBytes(storedEvent(1, { data: members }), before),
      );
    }),
  );
});

import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { Json, StoredEvent } from '@milepost/event-store';
import { filledLedger } from '../../test/support/filledLedger';
import { oddLog } from '../../test/support/oddLog';
import { temporaryFile } from '../../test/support/temporaryFile';
import { openLedgerReader } from './reader/openLedgerReader';
import golden from './rootByDefinition.golden.json';
import { verifyLedgerFile } from './verify/verifyLedgerFile';

/**
 * The ledger's definition, said once more in other words and without any of its code. The roots in the golden file can never change:
 * were they to, every checkpoint that anyone holds would be contradicted.
 */
const sha256 = (...parts: (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** An infinite number is written as a string; json-canonicalize knows none. */
const finite = (value: unknown): unknown => {
  if (value === Infinity || value === -Infinity) return String(value);
  if (Array.isArray(value)) return value.map(finite);
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = {};
  for (const [name, member] of Object.entries(value)) {
    Object.defineProperty(copy, name, { value: finite(member), enumerable: true });
  }
  return copy;
};

const contentOf = (value: Json | Uint8Array) => (value instanceof Uint8Array ? value : canonicalize(finite(value)));
const textIn = (value: unknown, ...path: string[]): string | undefined => {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || Array.isArray(found) || found instanceof Uint8Array)
      return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return typeof found === 'string' ? found : undefined;
};
const upTo200 = (text: string | undefined) => (text !== undefined && Buffer.byteLength(text) <= 200 ? text : undefined);
const named = (name: string) => (Buffer.byteLength(name) > 1000 ? `sha256:${sha256(name).toString('hex')}` : name);
const real = (text: string | undefined) => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.\d{3}Z$/
    .exec(text ?? '')
    ?.slice(1)
    .map(Number);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  const isReal = day >= 1 && day <= (days[month - 1] ?? 0) && hour < 24 && minute < 60 && second < 60;
  return isReal ? text : undefined;
};

function definedEntry(event: StoredEvent, prev: number | undefined): string {
  const { data, metadata } = event;
  const members = {
    v: 1,
    stream: named(event.stream),
    revision: String(event.revision),
    id: event.id,
    type: named(event.type),
    occurredOn: upTo200(textIn(data, 'occurredOn')),
    occurredBy: upTo200(textIn(data, 'occurredBy')),
    precision: upTo200(textIn(data, 'precision')),
    recordedAt: real(textIn(metadata, 'recordedAt')),
    actor: upTo200(textIn(metadata, 'actor', 'id')),
    prev: prev === undefined ? undefined : String(prev),
    data: sha256(contentOf(data)).toString('base64'),
    raw: data instanceof Uint8Array ? true : undefined,
    metadata: metadata === undefined ? undefined : sha256(contentOf(metadata)).toString('base64'),
    rawMetadata: metadata instanceof Uint8Array ? true : undefined,
  };
  return canonicalize(Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)));
}

function mth(entries: readonly string[]): Buffer {
  if (entries.length === 0) return sha256('');
  if (entries.length === 1) return sha256(Buffer.of(0), entries[0]!);
  let k = 1;
  while (2 * k < entries.length) k *= 2;
  return sha256(Buffer.of(1), mth(entries.slice(0, k)), mth(entries.slice(k)));
}

const log = oddLog(golden.size);
const defined: string[] = [];
const lasts = new Map<string, number>();
for (const event of log) {
  defined.push(definedEntry(event, lasts.get(event.stream)));
  lasts.set(event.stream, defined.length - 1);
}

it('is what the golden file holds, by definition', () => {
  const roots = Object.keys(golden.roots).map((size) => [size, mth(defined.slice(0, Number(size))).toString('hex')]);
  expect(Object.fromEntries(roots)).toEqual(golden.roots);
  expect(defined.slice(0, golden.entries.length)).toEqual(golden.entries);
});

it('is what the ledger computes, entry by entry and at each size', async () => {
  const file = temporaryFile('ledger.sqlite');
  await filledLedger(file, log);
  const reader = openLedgerReader(file);
  expect(reader.rawFrom(0, log.length).map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(defined);
  for (const [size, root] of Object.entries(golden.roots)) {
    expect(Buffer.from(reader.rootAt(Number(size))).toString('hex')).toBe(root);
  }
  reader.close();
  expect(Buffer.from(verifyLedgerFile(file).root).toString('hex')).toBe(golden.roots[3000]);
});

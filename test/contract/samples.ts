import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import type { BinaryEventData, JSONEventData, ResolvedEvent } from '@eventstore/db-client';
import { randomBytes, randomUUID } from 'node:crypto';

/** A stream name that no other test has. */
export const newStream = (prefix = 'contract'): string => `${prefix}.${randomUUID()}`;

export function jsonSample(type = 'Sampled.v1', id: string = randomUUID()): JSONEventData {
  return jsonEvent({ id, type, data: { word: randomBytes(8).toString('hex') }, metadata: { by: 'contract' } });
}

export const jsonSamples = (count: number, type?: string): JSONEventData[] =>
  Array.from({ length: count }, () => jsonSample(type));

export function bytesSample(bytes: number, type = 'Bytes.v1'): BinaryEventData {
  return binaryEvent({ id: randomUUID(), type, data: randomBytes(bytes) });
}

export const idsOf = (events: readonly { id: string }[]): string[] => events.map((event) => event.id);

/** The ids of read events, in order. */
export const readIds = (events: readonly ResolvedEvent[]): string[] => events.map(({ event }) => event?.id ?? 'none');

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

/** What an operation that must fail failed with. */
export async function failureOf(operation: Promise<unknown>): Promise<unknown> {
  try {
    await operation;
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail.');
}

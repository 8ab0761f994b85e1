import { chainAfter, FACT_CORRECTED, isFactType } from '@milepost/domain';
import type { FactChain } from '@milepost/domain';
import type { ExpectedRevision, Json, JsonObject, StoredEvent } from '@milepost/event-store';
import { importedKey } from './importedKey';

/** The last event of a stream that a data set wrote for a key and type of fact. */
export interface ImportedVersion {
  readonly dataSet: string;
  readonly key: string;
  readonly type: string;
  /** Hash of its data, as its metadata has it. */
  readonly content: string;
  /** Id of the event. */
  readonly id: string;
  /** Id of the fact that it is a version of. */
  readonly fact: string;
}

/** What an import has to know of one stream. */
export interface StreamState {
  /** Where the next append has to find the stream. */
  readonly expected: ExpectedRevision;
  readonly chains: ReadonlyMap<string, FactChain>;
  /** By {@link importedKey}. */
  readonly imported: ReadonlyMap<string, ImportedVersion>;
}

/**
 * Folds a stream's events, in order. Any program may have written there: an event that makes no sense counts for the stream's
 * length and for nothing else.
 */
export async function streamState(events: AsyncIterable<StoredEvent>): Promise<StreamState> {
  let expected: ExpectedRevision = 'no-stream';
  const chains = new Map<string, FactChain>();
  const imported = new Map<string, ImportedVersion>();
  for await (const event of events) {
    expected = event.revision;
    addToChain(chains, event);
    const version = importedVersion(event, chains);
    if (version) imported.set(importedKey(version.dataSet, version.key, version.type), version);
  }
  return { expected, chains, imported };
}

function addToChain(chains: Map<string, FactChain>, event: StoredEvent): void {
  const data = asObject(event.data);
  const publicOn = asObject(asObject(event.metadata)?.public)?.on;
  if (data === undefined) return;
  try {
    const chain = chainAfter(chains, {
      sequence: Number(event.revision),
      id: event.id,
      type: event.type,
      data,
      publicOn: typeof publicOn === 'string' ? publicOn : undefined,
    });
    if (chain) chains.set(chain.fact, chain);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

function importedVersion(event: StoredEvent, chains: ReadonlyMap<string, FactChain>): ImportedVersion | undefined {
  const { dataSet, key, content } = asObject(asObject(event.metadata)?.import) ?? {};
  if (typeof dataSet !== 'string' || typeof key !== 'string' || typeof content !== 'string') return undefined;
  const corrects = asObject(asObject(event.data)?.corrects);
  const fact = event.type === FACT_CORRECTED ? corrects?.fact : isFactType(event.type) ? event.id : undefined;
  const chain = typeof fact === 'string' ? chains.get(fact) : undefined;
  return chain && { dataSet, key, content, type: chain.type, id: event.id, fact: chain.fact };
}

function asObject(value: Json | Uint8Array | undefined): JsonObject | undefined {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
  return isObject ? (value as JsonObject) : undefined;
}

import { FACT_CORRECTED } from '../events/eventSchemas';
import type { FactType } from '../events/factSchemas';
import { factSchemas } from '../events/factSchemas';
import { cutToPublic } from '../time/cutToPublic';
import type { Day } from '../time/day';
import { parseDay } from '../time/day';
import type { Occurrence } from '../time/occurrence';
import { windowOf } from '../time/windowOf';
import type { FactChain, FactLink } from './factChain';
import type { FactVersion } from './factVersion';
import type { StreamEvent } from './streamEvent';

/** Facts of a stream by their ids, in the order in which they were first recorded. */
export type FactChains = ReadonlyMap<string, FactChain>;

export const isFactType = (type: string): type is FactType => Object.hasOwn(factSchemas, type);

function publicDay({ id, publicOn }: StreamEvent): Day {
  const day = publicOn === undefined ? undefined : parseDay(publicOn);
  if (day === undefined) throw new RangeError(`Event ${id} has no public day.`);
  return day;
}

/** A version of a fact as an event states it: the window cut to the version's own public day. */
export function versionOf(event: StreamEvent, fact: string, type: FactType): FactVersion {
  const publicOn = publicDay(event);
  const { corrects: _, ...data } = event.data;
  const window = cutToPublic(windowOf(event.data as unknown as Occurrence), publicOn);
  return { sequence: event.sequence, fact, type, window, publicOn, data };
}

const linked = (chain: FactChain, link: FactLink): FactChain => ({ ...chain, links: [...chain.links, link] });

function corrected(chain: FactChain, event: StreamEvent): FactChain {
  const { id, sequence } = event;
  const version = versionOf(event, chain.fact, chain.type);
  return linked(chain, { id, sequence, publicOn: version.publicOn, kind: 'corrected', version });
}

function retracted(chain: FactChain, event: StreamEvent): FactChain {
  const { id, sequence } = event;
  return linked(chain, { id, sequence, publicOn: publicDay(event), kind: 'retracted', version: undefined });
}

/** The version that the last retraction took away comes back as it was, window included, known from this entry on. */
function reinstated(chain: FactChain, event: StreamEvent): FactChain {
  const { id, sequence } = event;
  const publicOn = publicDay(event);
  const restored = chain.links.findLast((link) => link.version !== undefined)?.version;
  const version = restored && { ...restored, sequence, publicOn };
  return linked(chain, { id, sequence, publicOn, kind: 'reinstated', version });
}

function disputed(chain: FactChain, { id }: StreamEvent): FactChain {
  return { ...chain, disputes: new Set([...chain.disputes, id]) };
}

const onFact: Readonly<Record<string, (chain: FactChain, event: StreamEvent) => FactChain>> = {
  [FACT_CORRECTED]: corrected,
  'FactRetracted.v1': retracted,
  'FactReinstated.v1': reinstated,
  'FactDisputed.v1': disputed,
  'EvidenceAttached.v1': (chain) => chain,
};

/** The fact that a mark is about, by the mark's own words. */
export function factNamedBy({ type, data }: Pick<StreamEvent, 'type' | 'data'>): string | undefined {
  const named = type === FACT_CORRECTED ? (data['corrects'] as { fact?: unknown } | undefined)?.fact : data['fact'];
  return typeof named === 'string' ? named : undefined;
}

function started(event: StreamEvent, type: FactType): FactChain {
  const version = versionOf(event, event.id, type);
  const link: FactLink = {
    id: event.id,
    sequence: event.sequence,
    publicOn: version.publicOn,
    kind: 'stated',
    version,
  };
  return { fact: event.id, type, links: [link], disputes: new Set() };
}

function resolved(chains: FactChains, dispute: unknown): FactChain | undefined {
  for (const chain of chains.values()) {
    if (chain.disputes.has(dispute as string)) {
      return { ...chain, disputes: new Set([...chain.disputes].filter((id) => id !== dispute)) };
    }
  }
  return undefined;
}

/**
 * The chain that an event starts or adds to; undefined for an event about no fact. Throws RangeError for a version whose
 * dates or public day are not fit, and for a mark about something that is not in the stream: its writer was not ours.
 */
export function chainAfter(chains: FactChains, event: StreamEvent): FactChain | undefined {
  if (isFactType(event.type)) return started(event, event.type);
  const isResolution = event.type === 'DisputeResolved.v1';
  const add = onFact[event.type];
  if (!isResolution && !add) return undefined;
  const chain = isResolution ? resolved(chains, event.data['dispute']) : chains.get(factNamedBy(event) ?? '');
  if (!chain) throw new RangeError(`${event.type} ${event.id} is about nothing in its stream.`);
  return add ? add(chain, event) : chain;
}

/** The facts of one stream, from all its events in order. */
export function foldChains(events: Iterable<StreamEvent>): FactChains {
  const chains = new Map<string, FactChain>();
  for (const event of events) {
    const chain = chainAfter(chains, event);
    if (chain) chains.set(chain.fact, chain);
  }
  return chains;
}

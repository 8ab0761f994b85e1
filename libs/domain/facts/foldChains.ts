import { FACT_CORRECTED } from '../events/eventSchemas';
import type { FactChain, FactLink } from './factChain';
import { isFactType } from './isFactType';
import type { StreamEvent } from './streamEvent';
import { publicDayOf, versionOf } from './versionOf';

/** Facts of a stream by their ids, in the order in which they were first recorded. */
export type FactChains = ReadonlyMap<string, FactChain>;

const linked = (chain: FactChain, link: FactLink): FactChain => ({ ...chain, links: [...chain.links, link] });

function started(event: StreamEvent): FactChain | undefined {
  const { id, sequence, type } = event;
  if (!isFactType(type)) return undefined;
  const version = versionOf(event, id, type);
  const link: FactLink = { id, sequence, publicOn: version.publicOn, kind: 'stated', version };
  return { fact: id, type, links: [link], disputes: new Set() };
}

function corrected(chain: FactChain, event: StreamEvent): FactChain {
  const { id, sequence } = event;
  const version = versionOf(event, chain.fact, chain.type);
  return linked(chain, { id, sequence, publicOn: version.publicOn, kind: 'corrected', version });
}

function retracted(chain: FactChain, event: StreamEvent): FactChain {
  const { id, sequence } = event;
  return linked(chain, { id, sequence, publicOn: publicDayOf(event), kind: 'retracted', version: undefined });
}

/** The version that the last retraction took away comes back as it was, window included, known from this entry on. */
function reinstated(chain: FactChain, event: StreamEvent): FactChain {
  const { id, sequence } = event;
  const publicOn = publicDayOf(event);
  const restored = chain.links.findLast((link) => link.version !== undefined)?.version;
  const version = restored && { ...restored, sequence, publicOn };
  return linked(chain, { id, sequence, publicOn, kind: 'reinstated', version });
}

const disputed = (chain: FactChain, { id }: StreamEvent): FactChain => ({
  ...chain,
  disputes: new Set([...chain.disputes, id]),
});

const onFact: Readonly<Record<string, (chain: FactChain, event: StreamEvent) => FactChain>> = {
  [FACT_CORRECTED]: corrected,
  'FactRetracted.v1': retracted,
  'FactReinstated.v1': reinstated,
  'FactDisputed.v1': disputed,
  'EvidenceAttached.v1': (chain) => chain,
};

function namedFact({ type, data }: StreamEvent): string | undefined {
  const named = type === FACT_CORRECTED ? (data['corrects'] as { fact?: unknown } | undefined)?.fact : data['fact'];
  return typeof named === 'string' ? named : undefined;
}

function withoutDispute(chains: FactChains, dispute: string): FactChain | undefined {
  for (const chain of chains.values()) {
    if (!chain.disputes.has(dispute)) continue;
    return { ...chain, disputes: new Set([...chain.disputes].filter((id) => id !== dispute)) };
  }
  return undefined;
}

/**
 * The chain that an event starts or adds to; undefined for an event about no fact. Throws RangeError for a version whose
 * dates or public day are not fit, and for a mark about something that is not in the stream: its writer was not ours.
 */
export function chainAfter(chains: FactChains, event: StreamEvent): FactChain | undefined {
  const nothing = (): never => {
    throw new RangeError(`${event.type} ${event.id} is about nothing in its stream.`);
  };
  if (event.type === 'DisputeResolved.v1') return withoutDispute(chains, String(event.data['dispute'])) ?? nothing();
  const add = onFact[event.type];
  return add ? add(chains.get(namedFact(event) ?? '') ?? nothing(), event) : started(event);
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

import type { Rejection } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import type { FactChain, FactLink } from '../facts/factChain';
import { lastLink } from '../facts/factChain';

/** A fact of the stream and its last link: the version in effect, or the retraction. */
export interface MarkedFact {
  readonly chain: FactChain;
  readonly link: FactLink;
}

/** Finds the fact that a command is about; refused where the stream has none of that id. */
export function findFact(fold: StreamFold, fact: string): MarkedFact | { readonly rejected: Rejection } {
  const chain = fold.chains.get(fact);
  const link = chain && lastLink(chain);
  if (chain && link) return { chain, link };
  const hint = 'A fact is named by the id of its first version.';
  return { rejected: { rule: 'unknown-fact', sentence: `There is no fact ${fact} here.`, pointer: '/fact', hint } };
}

/** A fact that was retracted is reinstated before anything else can be said of it. */
export function notRetracted({ chain, link }: MarkedFact): Rejection | undefined {
  if (link.kind !== 'retracted') return undefined;
  return {
    rule: 'fact-retracted',
    sentence: 'This fact was retracted.',
    hint: `Reinstate it first, naming retraction ${link.id}.`,
    fact: chain.fact,
  };
}

/** A version is replaced only while it is in effect, so that nobody overwrites what they have not seen. */
export function replacesEffective({ chain, link }: MarkedFact, replaces: string): Rejection | undefined {
  if (link.id === replaces) return undefined;
  return {
    rule: 'version-not-effective',
    sentence: `${replaces} is not the version in effect.`,
    pointer: '/replaces',
    hint: `Look at version ${link.id}, which is, and name it.`,
    fact: chain.fact,
  };
}

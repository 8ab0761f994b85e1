import type { FactVersion } from '../facts/factVersion';

/** What a trust's own stream says of its life. */
export interface TrustLife {
  readonly registered: FactVersion | undefined;
  readonly closed: FactVersion | undefined;
}

/** A trust's opening and closing, from its effective facts. */
export function trustLife(facts: readonly FactVersion[]): TrustLife {
  return {
    registered: facts.find(({ type }) => type === 'TrustRegistered.v1'),
    closed: facts.find(({ type }) => type === 'TrustClosed.v1'),
  };
}

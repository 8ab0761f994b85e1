import type { TokenRole } from '@milepost/domain';
import type { TokenRecord } from './tokenRecord';

/** Who a request comes from, as its token says. */
export interface Principal {
  /** The token's id: random, never made from a person's data, and the actor's id in every event. */
  readonly id: string;
  readonly role: TokenRole;
  /** ODS codes of the trusts it writes for; undefined: all. */
  readonly trusts: ReadonlySet<string> | undefined;
}

export function principalOf({ id, role, trusts }: TokenRecord): Principal {
  return { id, role, trusts: trusts === undefined ? undefined : new Set(trusts) };
}

import type { TokenRole } from '@milepost/domain';

/** A token as the access ledger records it; its secret is nowhere. */
export interface TokenRecord {
  readonly id: string;
  readonly role: TokenRole;
  /** ODS codes; undefined: all trusts. */
  readonly trusts: readonly string[] | undefined;
  readonly scopes: readonly string[] | undefined;
  /** Milliseconds since 1970; undefined: until revoked. */
  readonly expiresAt: number | undefined;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** Id of the token that issued it, or of the program itself. */
  readonly issuedBy: string;
  /** Milliseconds since 1970; undefined: not revoked. */
  readonly revokedAt: number | undefined;
  /** Id of the token that revoked it; undefined: not revoked. A sign-in link's own where it was used. */
  readonly revokedBy: string | undefined;
}

/** Whether it opens anything at an instant (milliseconds since 1970). */
export function isGood({ revokedAt, expiresAt }: TokenRecord, now: number): boolean {
  return revokedAt === undefined && (expiresAt === undefined || expiresAt > now);
}

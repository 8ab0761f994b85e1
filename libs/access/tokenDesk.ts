import type { TokenRole } from '@milepost/domain';
import { randomEventId, WrongRevision } from '@milepost/event-store';
import type { EventMetadata, EventStore, JsonObject, NewEvent } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import { tokenHashStream, tokenStream } from './accessStreams';
import { foldToken } from './foldToken';
import type { TokenRecord } from './tokenRecord';
import { hashSecret, newToken, writeToken } from './tokenText';

/** What is asked for of a new token. */
export interface TokenOrder {
  readonly role: TokenRole;
  /** ODS codes, at least one; undefined: all trusts. */
  readonly trusts?: readonly string[] | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** Milliseconds since 1970; undefined: until revoked. */
  readonly expiresAt?: number | undefined;
}

/** Who asks, as it stands in the event's metadata. */
export type Asker = Pick<EventMetadata, 'actor'> & Partial<Pick<EventMetadata, 'requestHash' | '$correlationId'>>;

/** Issues and revokes tokens, on record in the access ledger. */
export class TokenDesk {
  constructor(
    private readonly store: Pick<EventStore, 'append' | 'readStream'>,
    private readonly ledger: string,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues a token. The hash goes first, so that what is on record can be used; what lies between is a hash that opens nothing.
   * @param show is given the token before it is on record: told too early it opens nothing, told too late it could be lost for ever.
   */
  async issue(order: TokenOrder, asker: Asker, show: (token: string) => void): Promise<string> {
    const parts = newToken();
    const kept = this.event('TokenHashKept.v1', { sha256: hashSecret(parts.secret) }, asker);
    await this.store.append(tokenHashStream(this.ledger, parts.id), [kept], 'no-stream');
    show(writeToken(parts));
    const issued = this.event('TokenIssued.v1', issuedData(order), asker);
    await this.store.append(tokenStream(this.ledger, parts.id), [issued], 'no-stream');
    return parts.id;
  }

  /** Revokes a token, from now on and for good; once is enough. `unknown` where none of this id was issued. */
  async revoke(tokenId: string, asker: Asker): Promise<'revoked' | 'unknown'> {
    return (await this.end(tokenId, asker)) === 'unknown' ? 'unknown' : 'revoked';
  }

  /** Uses up a token that is good once. Of two that try at the same time, here or at another replica, one is told `redeemed`. */
  async redeem(tokenId: string, asker: Asker): Promise<'redeemed' | 'over' | 'unknown'> {
    try {
      const outcome = await this.end(tokenId, asker);
      return outcome === 'ended' ? 'redeemed' : outcome;
    } catch (error) {
      if (error instanceof WrongRevision) return 'over';
      throw error;
    }
  }

  /** Ends a token at exactly the revision that was read. `over`: it was ended before. */
  private async end(tokenId: string, asker: Asker): Promise<'ended' | 'over' | 'unknown'> {
    const stream = tokenStream(this.ledger, tokenId);
    let record: TokenRecord | undefined;
    let last: bigint | undefined;
    for await (const { type, revision, created, data, metadata } of this.store.readStream(stream)) {
      record = foldToken(record, { stream, type, recordedAt: created, data, metadata });
      last = revision;
    }
    if (record === undefined || last === undefined) return 'unknown';
    if (record.revokedAt !== undefined) return 'over';
    await this.store.append(stream, [this.event('TokenRevoked.v1', {}, asker)], last);
    return 'ended';
  }

  private event(type: string, data: JsonObject, asker: Asker): NewEvent {
    const metadata: EventMetadata = { recordedAt: new Date(this.clock()).toISOString(), ...asker, origin: 'live' };
    return { id: randomEventId(), type, data, metadata };
  }
}

function issuedData({ role, trusts, scopes, expiresAt }: TokenOrder): JsonObject {
  return {
    role,
    ...(trusts === undefined ? {} : { trusts: [...trusts] }),
    ...(scopes === undefined ? {} : { scopes: [...scopes] }),
    ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
  };
}

import type { EventStore } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import { foldToken } from './foldToken';
import { principalOf } from './principal';
import type { Principal } from './principal';
import { tokenHashStream, tokenStream } from './accessStreams';
import type { TokenRecord } from './tokenRecord';
import { tokenRefused } from './tokenRefused';
import { readToken, secretMatches } from './tokenText';
import { useOf } from './tokenUse';
import type { TokenUse } from './tokenUse';

/** How long a token is taken at its word before its stream is read again: revocation must reach every replica within a minute. */
const FRESH_MS = 30_000;
/** So long may reading it again hold up a request whose token was good half a minute ago. */
const PATIENCE_MS = 1_000;
/** Enough for every token in use; beyond it the oldest is forgotten and read again when it comes. */
const MOST_KEPT = 1_000;

/** Why a token does not hold; `elsewhere`: it is good for another use. */
export interface TokenFault {
  readonly fault: 'malformed' | 'unknown' | 'elsewhere' | 'revoked' | 'expired';
  readonly record?: TokenRecord;
}

interface Kept {
  readonly record: TokenRecord;
  readonly sha256: string;
  readonly readAt: number;
}

/**
 * Says who a token belongs to. The store's own streams decide, not the ledger, so a token works from the moment it was issued;
 * what was read is kept, so a token in use keeps working while the store is away.
 */
export class TokenVerifier {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly store: Pick<EventStore, 'lastOf' | 'readStream'>,
    private readonly ledger: string,
    private readonly clock: Clock,
  ) {}

  /**
   * Who a token belongs to that came in `Authorization`, or in the cookie of a session.
   * @throws Problem `token-refused` (401); StoreUnavailable where the token was never seen and the store is away.
   */
  async verify(text: string, use: Exclude<TokenUse, 'sign-in'> = 'bearer'): Promise<Principal> {
    const judged = await this.judge(text, use);
    if ('fault' in judged) throw tokenRefused(wordsOf(judged));
    return principalOf(judged.record);
  }

  /**
   * A token's record where it is good for this use, else what is wrong with it.
   * @throws StoreUnavailable where the token was never seen and the store is away.
   */
  async judge(text: string, use: TokenUse): Promise<TokenFault | { readonly record: TokenRecord }> {
    const parts = readToken(text);
    if (parts === undefined) return { fault: 'malformed' };
    const known = await this.find(parts.id);
    // One answer for an unknown id and for a wrong secret: which ids exist is nobody's business.
    if (known === undefined || !secretMatches(parts.secret, known.sha256)) return { fault: 'unknown' };
    const { record } = known;
    if (useOf(record) !== use) return { fault: 'elsewhere', record };
    if (record.revokedAt !== undefined) return { fault: 'revoked', record };
    const isOver = record.expiresAt !== undefined && record.expiresAt <= this.clock();
    return isOver ? { fault: 'expired', record } : { record };
  }

  /** Makes the next use of a token read its stream again. */
  forget(tokenId: string): void {
    this.kept.delete(tokenId);
  }

  private async find(id: string): Promise<Kept | undefined> {
    const kept = this.kept.get(id);
    const age = kept === undefined ? Infinity : this.clock() - kept.readAt;
    // A clock that was set back makes it seem to come from the future: who knows how old it is.
    if (age >= 0 && age < FRESH_MS) return kept;
    const reading = this.read(id);
    if (kept === undefined) return reading;
    // The store is away or slow: nobody can have revoked it there, as far as this server can know. What the reading finds comes in later.
    reading.catch(() => undefined);
    return Promise.race([reading.catch(() => kept), this.patience().then(() => kept)]);
  }

  private async patience(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  }

  private async read(id: string): Promise<Kept | undefined> {
    const readAt = this.clock();
    let record: TokenRecord | undefined;
    for await (const { stream, type, created, data, metadata } of this.store.readStream(tokenStream(this.ledger, id))) {
      record = foldToken(record, { stream, type, recordedAt: created, data, metadata });
    }
    const hash = await this.store.lastOf(tokenHashStream(this.ledger, id));
    const sha256 = (hash?.data as { sha256?: unknown } | undefined)?.sha256;
    this.kept.delete(id);
    if (record === undefined || typeof sha256 !== 'string') return undefined;
    const found = { record, sha256, readAt };
    this.kept.set(id, found);
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST_KEPT && !oldest.done) this.kept.delete(oldest.value);
    return found;
  }
}

function wordsOf({ fault, record }: TokenFault): string {
  const another = 'Have an administrator issue another.';
  switch (fault) {
    case 'malformed':
      return 'This is no token of Milepost. One looks like mp_…_…, in one piece.';
    case 'unknown':
      return 'This token is not known here. Copy it again, or have an administrator issue another.';
    case 'elsewhere':
      return record !== undefined && useOf(record) === 'sign-in'
        ? 'This is the code of a sign-in link, which opens the pages and nothing else. Open the link in a browser.'
        : 'This token belongs to a session of the pages and is good there only. Have an administrator issue one for this.';
    case 'revoked':
      return `This token was revoked. ${another}`;
    case 'expired':
      return `This token expired at ${new Date(record?.expiresAt ?? 0).toISOString()}. ${another}`;
  }
}

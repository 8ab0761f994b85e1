import type { EventStore } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import { foldToken } from './foldToken';
import type { Principal } from './principal';
import { tokenHashStream, tokenStream } from './accessStreams';
import type { TokenRecord } from './tokenRecord';
import { tokenRefused } from './tokenRefused';
import { readToken, secretMatches } from './tokenText';

/** How long a token is taken at its word before its stream is read again: revocation must reach every replica within a minute. */
const FRESH_MS = 30_000;
/** So long may reading it again hold up a request whose token was good half a minute ago. */
const PATIENCE_MS = 1_000;
/** Enough for every token in use; beyond it the oldest is forgotten and read again when it comes. */
const MOST_KEPT = 1_000;

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

  /** @throws Problem `token-refused` (401); StoreUnavailable where the token was never seen and the store is away. */
  async verify(text: string): Promise<Principal> {
    const parts = readToken(text);
    if (parts === undefined) throw tokenRefused('This is no token of Milepost. One looks like mp_…_…, in one piece.');
    const known = await this.find(parts.id);
    // One answer for an unknown id and for a wrong secret: which ids exist is nobody's business.
    if (known === undefined || !secretMatches(parts.secret, known.sha256)) {
      throw tokenRefused('This token is not known here. Copy it again, or have an administrator issue another.');
    }
    const { record } = known;
    if (record.revokedAt !== undefined)
      throw tokenRefused('This token was revoked. Have an administrator issue another.');
    if (record.expiresAt !== undefined && record.expiresAt <= this.clock()) {
      throw tokenRefused(
        `This token expired at ${new Date(record.expiresAt).toISOString()}. Have an administrator issue another.`,
      );
    }
    return {
      id: record.id,
      role: record.role,
      trusts: record.trusts === undefined ? undefined : new Set(record.trusts),
    };
  }

  /** Makes the next use of a token read its stream again. */
  forget(tokenId: string): void {
    this.kept.delete(tokenId);
  }

  private async find(id: string): Promise<Kept | undefined> {
    const kept = this.kept.get(id);
    if (kept !== undefined && this.clock() - kept.readAt < FRESH_MS) return kept;
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

import type { LedgerReader } from '@milepost/ledger';
import { foldToken } from './foldToken';
import type { TokenRecord } from './tokenRecord';
import { useOf } from './tokenUse';

const PAGE = 500;

/**
 * Every token that the access ledger knows, kept in memory and brought up to its head when told to.
 * Owned by the main thread; reads one ledger file.
 */
export class TokenRegister {
  private readonly tokens = new Map<string, TokenRecord>();
  private next = 0;

  /** @param reader may throw while the ledger's file is not there yet */
  constructor(private readonly reader: () => LedgerReader) {}

  /** Reads to the head and returns the ids of tokens revoked on the way. */
  catchUp(): readonly string[] {
    const revoked: string[] = [];
    for (;;) {
      const entries = this.reader().entriesFrom(this.next, PAGE);
      for (const entry of entries) {
        const id = entry.stream.split('.token-')[1];
        const after = id === undefined ? undefined : foldToken(this.tokens.get(id), entry);
        if (id !== undefined && after !== undefined) this.tokens.set(id, after);
        if (after?.revokedAt !== undefined) revoked.push(after.id);
      }
      this.next += entries.length;
      if (entries.length < PAGE) return revoked;
    }
  }

  get(id: string): TokenRecord | undefined {
    return this.tokens.get(id);
  }

  /** Newest first. */
  list(): readonly TokenRecord[] {
    return [...this.tokens.values()].reverse();
  }

  hasAdministrator(): boolean {
    return [...this.tokens.values()].some((token) => token.role === 'administrator' && useOf(token) === 'bearer');
  }
}

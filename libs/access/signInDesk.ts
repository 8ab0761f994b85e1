import { Problem } from '@milepost/platform';
import type { Clock } from '@milepost/platform';
import type { TokenDesk } from './tokenDesk';
import type { TokenRecord } from './tokenRecord';
import { PAGES_SCOPE } from './tokenUse';
import type { TokenFault, TokenVerifier } from './tokenVerifier';

/** How long a session lasts: a working day. */
export const SESSION_MS = 8 * 60 * 60 * 1000;

/** Exchanges sign-in links for sessions, on record in the access ledger: who signed in by which link, and when they signed out. */
export class SignInDesk {
  constructor(
    private readonly tokens: Pick<TokenDesk, 'issue' | 'redeem' | 'revoke'>,
    private readonly verifier: Pick<TokenVerifier, 'judge' | 'forget'>,
    private readonly clock: Clock,
  ) {}

  /** The link's token, which stays as good as it was. @throws Problem 400 `sign-in-refused` */
  async look(code: string): Promise<TokenRecord> {
    const judged = await this.verifier.judge(code, 'sign-in');
    if ('fault' in judged) throw signInRefused(wordsOf(judged));
    return judged.record;
  }

  /**
   * Uses the link up, then issues the session's token. In this order, so that no link opens two sessions: of two at once one wins.
   * @returns the session's token, shown here and never again
   * @throws Problem 400 `sign-in-refused`; StoreUnavailable; OutcomeUnknown, after which the link may be used up
   */
  async signIn(code: string): Promise<string> {
    const { id, role, trusts } = await this.look(code);
    const asker = { actor: { id, role } };
    const outcome = await this.tokens.redeem(id, asker);
    this.verifier.forget(id);
    if (outcome !== 'redeemed') throw signInRefused(USED);
    let session = '';
    const order = { role, trusts, scopes: [PAGES_SCOPE], expiresAt: this.clock() + SESSION_MS };
    await this.tokens.issue(order, asker, (token) => (session = token));
    return session;
  }

  /** The session's token by the text in its cookie; undefined where it is not good any more. @throws StoreUnavailable */
  async session(token: string): Promise<TokenRecord | undefined> {
    const judged = await this.verifier.judge(token, 'session');
    return 'fault' in judged ? undefined : judged.record;
  }

  async signOut({ id, role }: Pick<TokenRecord, 'id' | 'role'>): Promise<void> {
    await this.tokens.revoke(id, { actor: { id, role } });
    this.verifier.forget(id);
  }
}

const ASK = 'Ask whoever gave it to you for another.';
const USED = `This link was used already, and a link works once. ${ASK} If it was not you who used it, tell them so.`;

function wordsOf({ fault, record }: TokenFault): string {
  switch (fault) {
    case 'expired':
      return `This link has expired. ${ASK}`;
    case 'revoked':
      return record?.revokedBy === record?.id ? USED : `This link was revoked. ${ASK}`;
    case 'elsewhere':
      return 'This is a token for the interface or the command line, not a sign-in link. Keep it secret, and ask for a link.';
    case 'malformed':
    case 'unknown':
      return 'This link is not known here. Check that you have the whole of it, or ask whoever gave it to you for another.';
  }
}

function signInRefused(detail: string): Problem {
  return new Problem({ slug: 'sign-in-refused', title: 'This link cannot be used', status: 400, detail });
}

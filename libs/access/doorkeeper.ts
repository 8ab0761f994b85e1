import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '@milepost/platform';
import { permits, refusalSentence } from './permissions';
import type { Action } from './permissions';
import type { Principal } from './principal';
import { tokenNeeded, tokenRefused } from './tokenRefused';
import type { SessionCookie } from './sessionCookie';
import type { TokenVerifier } from './tokenVerifier';

/** Lets requests in by their token, or without one where reading is open. */
export class Doorkeeper {
  constructor(
    private readonly verifier: Pick<TokenVerifier, 'verify'>,
    private readonly read: 'open' | 'token',
    private readonly cookie: Pick<SessionCookie, 'read'>,
  ) {}

  /**
   * Who this is, where it may do that; undefined for a reader without a token where reading is open.
   * A token that came is always checked, so that nobody goes on with one that was revoked and takes silence for consent.
   * @throws Problem 401 `token-needed`, `token-refused`; 403 `not-permitted`; StoreUnavailable.
   */
  async admit(headers: IncomingHttpHeaders, action: Action): Promise<Principal | undefined> {
    const text = headers.authorization;
    if (text === undefined) return this.withoutToken(headers, action);
    const [, token] = /^Bearer +(\S+) *$/i.exec(text) ?? [];
    if (token === undefined) throw tokenRefused('Send the token as "Authorization: Bearer mp_…".');
    const principal = await this.verifier.verify(token);
    mustBePermitted(principal, action);
    return principal;
  }

  /** A session's cookie lets its holder read, and never write: another site's page can make a browser send it. */
  private async withoutToken(headers: IncomingHttpHeaders, action: Action): Promise<Principal | undefined> {
    if (action !== 'read') throw tokenNeeded();
    if (this.read === 'open') return undefined;
    const session = this.cookie.read(headers);
    if (session === undefined) throw tokenNeeded();
    return this.verifier.verify(session, 'session');
  }
}

/** @throws Problem 403 `not-permitted` where the role never does that. */
export function mustBePermitted({ role }: Principal, action: Action): void {
  if (permits(role, action)) return;
  throw new Problem({
    slug: 'not-permitted',
    title: 'This role may not do that',
    status: 403,
    detail: refusalSentence(role, action),
  });
}

/** @throws Problem 403 `not-your-trust` where the token writes for other trusts only. */
export function mustWriteFor(principal: Principal, ods: string): void {
  if (principal.trusts === undefined || principal.trusts.has(ods)) return;
  const own = [...principal.trusts].join(', ');
  throw new Problem({
    slug: 'not-your-trust',
    title: 'This token writes for another trust',
    status: 403,
    detail: `This token writes for ${own}, not for ${ods}. Use a token that names ${ods}.`,
  });
}

import type { TokenRecord } from './tokenRecord';

/** Scope of a sign-in link's token: good once, for a session, and for nothing else. */
export const SIGN_IN_SCOPE = 'sign:in';
/** Scope of a session's token: good in the cookie of who signed in, and for nothing else. */
export const PAGES_SCOPE = 'pages:use';

/** Where a token is good: as the bearer's in `Authorization`, in a session's cookie, or in a sign-in link. */
export type TokenUse = 'bearer' | 'session' | 'sign-in';

/** A token is good in one place only, so that a link that leaks through a mailbox or a log opens no interface. */
export function useOf({ scopes = [] }: Pick<TokenRecord, 'scopes'>): TokenUse {
  if (scopes.includes(SIGN_IN_SCOPE)) return 'sign-in';
  return scopes.includes(PAGES_SCOPE) ? 'session' : 'bearer';
}

import { Problem } from '@milepost/platform';
import { SESSION_MS, SignInDesk } from './signInDesk';
import { MemoryStreams } from './testing/memoryStreams';
import { TokenDesk } from './tokenDesk';
import type { TokenOrder } from './tokenDesk';
import { readToken } from './tokenText';
import { PAGES_SCOPE, SIGN_IN_SCOPE } from './tokenUse';
import { TokenVerifier } from './tokenVerifier';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const system = { actor: { id: 'milepost', role: 'system' as const } };

function signingIn() {
  const streams = new MemoryStreams();
  let now = NOW;
  const clock = () => now;
  const tokens = new TokenDesk(streams, 'milepost', clock);
  const replica = () => new SignInDesk(tokens, new TokenVerifier(streams, 'milepost', clock), clock);
  return {
    streams,
    tokens,
    desk: replica(),
    /** Another server over the same store. */
    replica,
    later: (ms: number) => (now += ms),
    code: async (order: Partial<TokenOrder> = {}) => {
      let text = '';
      const link = { role: 'reporter' as const, trusts: ['RGT'], scopes: [SIGN_IN_SCOPE], expiresAt: NOW + 1000 };
      await tokens.issue({ ...link, ...order }, system, (token) => (text = token));
      return text;
    },
  };
}

const idOf = (token: string): string => readToken(token)?.id ?? '';
const why = (refused: Promise<unknown>): Promise<unknown> =>
  refused.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Problem && error.slug === 'sign-in-refused' ? error.detail : error),
  );

describe('signing in', () => {
  it('opens a session of the link’s role and trusts for a working day, on record with the link that opened it', async () => {
    const { desk, streams, later, code } = signingIn();
    const link = await code();
    const session = await desk.signIn(link);
    await expect(desk.session(session)).resolves.toMatchObject({
      role: 'reporter',
      trusts: ['RGT'],
      scopes: [PAGES_SCOPE],
      issuedBy: idOf(link),
      expiresAt: NOW + SESSION_MS,
    });
    expect(streams.all.get(`milepostaccess.token-${idOf(link)}`)?.map(({ type }) => type)).toEqual([
      'TokenIssued.v1',
      'TokenRevoked.v1',
    ]);
    later(SESSION_MS - 1);
    await expect(desk.session(session)).resolves.toBeDefined();
    later(1);
    await expect(desk.session(session)).resolves.toBeUndefined();
  });

  it('does not use a link up by looking at it', async () => {
    const { desk, code } = signingIn();
    const link = await code();
    await desk.look(link);
    await expect(desk.look(link)).resolves.toMatchObject({ role: 'reporter', trusts: ['RGT'] });
    await expect(desk.signIn(link)).resolves.toMatch(/^mp_/);
  });

  it('takes a link once, and says to whom it is shown again that it was used', async () => {
    const { desk, code } = signingIn();
    const link = await code();
    await desk.signIn(link);
    await expect(why(desk.signIn(link))).resolves.toContain('was used already');
    await expect(why(desk.look(link))).resolves.toContain('was used already');
  });

  it('opens one session where a link is used at the same instant, at two servers', async () => {
    const { desk, replica, streams, code } = signingIn();
    const link = await code();
    const other = replica();
    // Both know the link already, and take it for good.
    await Promise.all([desk.look(link), other.look(link)]);
    const tried = await Promise.allSettled([desk.signIn(link), other.signIn(link), desk.signIn(link)]);
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const sessions = [...streams.all.values()].flat().filter(({ data }) => JSON.stringify(data).includes(PAGES_SCOPE));
    expect(sessions).toHaveLength(1);
    await expect(why(other.look(link))).resolves.toContain('was used already');
  });

  it('refuses a link that is over, was revoked, or is none, and says what to do', async () => {
    const { desk, tokens, later, code } = signingIn();
    const [revoked, expired, bearer] = [await code(), await code(), await code({ scopes: undefined })];
    await tokens.revoke(idOf(revoked), system);
    await expect(why(desk.signIn(revoked))).resolves.toContain('was revoked');
    await expect(why(desk.signIn(bearer))).resolves.toContain('not a sign-in link');
    later(1000);
    await expect(why(desk.signIn(expired))).resolves.toContain('has expired');
    const wrong = await why(desk.signIn(`${expired.slice(0, -5)}AAAAA`));
    expect(wrong).toContain('not known here');
    await expect(why(desk.signIn(`mp_${'0'.repeat(20)}_${'A'.repeat(43)}`))).resolves.toBe(wrong);
    await expect(why(desk.signIn('let me in'))).resolves.toBe(wrong);
  });

  it('takes neither a session nor a token for the interface where the other is asked for', async () => {
    const { desk, code } = signingIn();
    const session = await desk.signIn(await code());
    await expect(why(desk.signIn(session))).resolves.toContain('not a sign-in link');
    await expect(desk.session(await code({ scopes: undefined }))).resolves.toBeUndefined();
    await expect(desk.session(await code())).resolves.toBeUndefined();
  });

  it('ends a session that was revoked elsewhere within a minute, and one that signs out at once', async () => {
    const { desk, tokens, later, code } = signingIn();
    const [one, other] = [await desk.signIn(await code()), await desk.signIn(await code())];
    await expect(desk.session(one)).resolves.toBeDefined();
    await tokens.revoke(idOf(one), system);
    later(59_000);
    await expect(desk.session(one)).resolves.toBeUndefined();
    await desk.signOut({ id: idOf(other), role: 'reporter' });
    await expect(desk.session(other)).resolves.toBeUndefined();
  });
});

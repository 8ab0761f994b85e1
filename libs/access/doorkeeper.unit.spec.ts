import { TOKEN_ROLES } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { Doorkeeper, mustWriteFor } from './doorkeeper';
import { ACTIONS, PERMITTED } from './permissions';
import type { Action } from './permissions';
import { SessionCookie } from './sessionCookie';
import { MemoryStreams } from './testing/memoryStreams';
import { TokenDesk } from './tokenDesk';
import type { TokenOrder } from './tokenDesk';
import { PAGES_SCOPE, SIGN_IN_SCOPE } from './tokenUse';
import { TokenVerifier } from './tokenVerifier';

const NOW = Date.parse('2026-04-01T12:00:00Z');
const system = { actor: { id: 'milepost', role: 'system' as const } };

function door(read: 'open' | 'token' = 'open') {
  const streams = new MemoryStreams();
  let now = NOW;
  const clock = () => now;
  const desk = new TokenDesk(streams, 'milepost', clock);
  const verifier = new TokenVerifier(streams, 'milepost', clock);
  const keeper = new Doorkeeper(verifier, read, new SessionCookie('milepost', '', false));
  return {
    keeper,
    streams,
    desk,
    verifier,
    later: (ms: number) => (now += ms),
    issue: async (order: TokenOrder) => {
      let text = '';
      const id = await desk.issue(order, system, (token) => (text = token));
      return { id, text };
    },
    admit: (token: string | undefined, action: Action) =>
      keeper.admit(token === undefined ? {} : { authorization: `Bearer ${token}` }, action),
  };
}

const slug = async (refused: Promise<unknown>): Promise<string> => {
  const error = await refused.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Problem ? `${error.status} ${error.slug}` : String(error);
};

describe('the doorkeeper', () => {
  it.each(TOKEN_ROLES.flatMap((role) => ACTIONS.map((action) => ({ role, action }))))(
    'lets a $role $action exactly where the table says so',
    async ({ role, action }) => {
      const { issue, admit } = door();
      const { id, text } = await issue({ role });
      if (PERMITTED[role].includes(action)) {
        await expect(admit(text, action)).resolves.toEqual({ id, role, trusts: undefined });
      } else {
        await expect(slug(admit(text, action))).resolves.toBe('403 not-permitted');
      }
    },
  );

  it('lets anyone read where reading is open, and nobody where it needs a token', async () => {
    await expect(door('open').admit(undefined, 'read')).resolves.toBeUndefined();
    await expect(slug(door('token').admit(undefined, 'read'))).resolves.toBe('401 token-needed');
  });

  it('lets a session read by its cookie where reading needs a token, and write nothing by it', async () => {
    const { keeper, issue, later } = door('token');
    const session = await issue({ role: 'programme', scopes: [PAGES_SCOPE], expiresAt: NOW + 1000 });
    const headers = { cookie: `milepost-session=${session.text}` };
    await expect(keeper.admit(headers, 'read')).resolves.toMatchObject({ id: session.id });
    for (const action of ACTIONS.filter((other) => other !== 'read')) {
      await expect(slug(keeper.admit(headers, action))).resolves.toBe('401 token-needed');
    }
    const bearer = await issue({ role: 'programme' });
    await expect(slug(keeper.admit({ cookie: `milepost-session=${bearer.text}` }, 'read'))).resolves.toBe(
      '401 token-refused',
    );
    later(1000);
    await expect(slug(keeper.admit(headers, 'read'))).resolves.toBe('401 token-refused');
  });

  it('does not look at a cookie where reading is open', async () => {
    await expect(door().keeper.admit({ cookie: 'milepost-session=nonsense' }, 'read')).resolves.toBeUndefined();
  });

  it.each([
    [SIGN_IN_SCOPE, 'the code of a sign-in link'],
    [PAGES_SCOPE, 'belongs to a session of the pages'],
  ])('takes no bearer of %s, whatever its role may do', async (scope, sentence) => {
    const { issue, admit } = door();
    const { text } = await issue({ role: 'programme', scopes: [scope] });
    const refusal = await admit(text, 'read').catch((error: unknown) => error as Problem);
    expect(refusal).toMatchObject({ status: 401, detail: expect.stringContaining(sentence) as string });
  });

  it('asks for a token for whatever is not reading', async () => {
    await expect(slug(door().admit(undefined, 'report'))).resolves.toBe('401 token-needed');
  });

  it('hears of a revocation at another replica though the clock was set back', async () => {
    const { issue, admit, desk, later } = door();
    const { id, text } = await issue({ role: 'reader' });
    await admit(text, 'read');
    await desk.revoke(id, system);
    later(-24 * 60 * 60 * 1000);
    await expect(slug(admit(text, 'read'))).resolves.toBe('401 token-refused');
  });

  it('refuses a wrong secret for an id that exists as it refuses an id that does not', async () => {
    const { issue, admit } = door();
    const { text } = await issue({ role: 'reader' });
    const wrong = `${text.slice(0, -5)}AAAAA`;
    const unknown = `mp_${'0'.repeat(20)}_${'A'.repeat(43)}`;
    const refusals = await Promise.all(
      [wrong, unknown].map((token) => admit(token, 'read').catch((error: unknown) => (error as Problem).detail)),
    );
    expect(refusals[0]).toBe(refusals[1]);
    expect(refusals[0]).toContain('not known here');
  });

  it('checks a token also where reading is open', async () => {
    await expect(slug(door().admit('mp_nonsense', 'read'))).resolves.toBe('401 token-refused');
  });

  it('refuses an expired token from the instant it names', async () => {
    const { issue, admit, later } = door();
    const { text } = await issue({ role: 'reader', expiresAt: NOW + 1000 });
    later(999);
    await expect(admit(text, 'read')).resolves.toBeDefined();
    later(1);
    await expect(slug(admit(text, 'read'))).resolves.toBe('401 token-refused');
  });

  it('refuses a revoked token within a minute, though nobody told it', async () => {
    const { issue, admit, desk, later } = door();
    const { id, text } = await issue({ role: 'reader' });
    await admit(text, 'read');
    await desk.revoke(id, system);
    later(59_000);
    await expect(slug(admit(text, 'read'))).resolves.toBe('401 token-refused');
  });

  it('refuses a revoked token at once when told to forget what it knew', async () => {
    const { issue, admit, desk, verifier } = door();
    const { id, text } = await issue({ role: 'reader' });
    await admit(text, 'read');
    await desk.revoke(id, system);
    verifier.forget(id);
    await expect(slug(admit(text, 'read'))).resolves.toBe('401 token-refused');
  });

  it('keeps letting a known token in while the store is away, and cannot say of one it never saw', async () => {
    const { issue, admit, streams, later } = door();
    const [known, unseen] = [await issue({ role: 'reader' }), await issue({ role: 'reader' })];
    await admit(known.text, 'read');
    streams.away = true;
    later(10 * 60_000);
    await expect(admit(known.text, 'read')).resolves.toMatchObject({ id: known.id });
    await expect(admit(unseen.text, 'read')).rejects.toThrow('away');
  });

  it('revokes once, and says so of a token that nobody issued', async () => {
    const { issue, desk, streams } = door();
    const { id } = await issue({ role: 'reader' });
    await expect(desk.revoke(id, system)).resolves.toBe('revoked');
    await expect(desk.revoke(id, system)).resolves.toBe('revoked');
    expect(streams.all.get(`milepostaccess.token-${id}`)).toHaveLength(2);
    await expect(desk.revoke('0'.repeat(20), system)).resolves.toBe('unknown');
  });

  it('keeps the secret out of every event', async () => {
    const { issue, streams } = door();
    const { text } = await issue({ role: 'reporter', trusts: ['RXX'] });
    const secret = text.split('_').slice(2).join('_');
    const written = JSON.stringify([...streams.all], (_, value: unknown) => (typeof value === 'bigint' ? '' : value));
    expect(written).not.toContain(secret);
  });
});

describe('writing for a trust', () => {
  const reporter = { id: 'a', role: 'reporter' as const };

  it('is for the trusts in the token', () => {
    expect(() => mustWriteFor({ ...reporter, trusts: new Set(['RXX']) }, 'RXX')).not.toThrow();
    expect(() => mustWriteFor({ ...reporter, trusts: new Set(['RXX']) }, 'RYY')).toThrow('writes for RXX, not for RYY');
  });

  it('is for all trusts where the token names none', () => {
    expect(() => mustWriteFor({ ...reporter, trusts: undefined }, 'RYY')).not.toThrow();
  });

  it('is for no trust where what was stored as the list is none', () => {
    expect(() => mustWriteFor({ ...reporter, trusts: new Set() }, 'RYY')).toThrow();
  });
});

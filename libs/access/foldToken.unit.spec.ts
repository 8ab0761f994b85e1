import { foldToken } from './foldToken';

const issued = (data: unknown) => ({
  stream: 'milepostaccess.token-0123',
  type: 'TokenIssued.v1',
  recordedAt: 5,
  data,
  metadata: { actor: { id: 'milepost', role: 'system' } },
});

describe('a token folded from its stream', () => {
  it('is what was issued', () => {
    expect(foldToken(undefined, issued({ role: 'reporter', trusts: ['RXX'] }))).toEqual({
      id: '0123',
      role: 'reporter',
      trusts: ['RXX'],
      scopes: undefined,
      expiresAt: undefined,
      issuedAt: 5,
      issuedBy: 'milepost',
      revokedAt: undefined,
    });
  });

  it('stays what it was when issued a second time, with more rights', () => {
    const first = foldToken(undefined, issued({ role: 'reader' }));
    expect(foldToken(first, issued({ role: 'administrator' }))).toBe(first);
  });

  it('keeps the instant of its first revocation', () => {
    const first = foldToken(undefined, issued({ role: 'reader' }));
    const revoked = foldToken(first, { ...issued({}), type: 'TokenRevoked.v1', recordedAt: 9 });
    expect(foldToken(revoked, { ...issued({}), type: 'TokenRevoked.v1', recordedAt: 12 })?.revokedAt).toBe(9);
  });

  it.each([null, 'text', { role: 'king' }, { role: 'reader', expiresAt: 'soon' }])('gives no rights for %j', (data) => {
    expect(foldToken(undefined, issued(data))).toBeUndefined();
  });

  it('gives a token for no trust where the list is no list', () => {
    expect(foldToken(undefined, issued({ role: 'reporter', trusts: 'RXX' }))?.trusts).toEqual([]);
  });
});

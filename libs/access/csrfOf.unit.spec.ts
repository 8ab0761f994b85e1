import { csrfOf } from './csrfOf';
import { newToken } from './tokenText';

describe('what the forms of a session carry', () => {
  it('is the same for one session, another for each other, and says nothing of the secret', () => {
    const [one, other] = [newToken().secret, newToken().secret];
    expect(csrfOf(one)).toBe(csrfOf(one));
    expect(csrfOf(one)).not.toBe(csrfOf(other));
    expect(csrfOf(one)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(csrfOf(one)).not.toContain(one);
  });
});

import { SessionCookie } from './sessionCookie';

const plain = new SessionCookie('milepost', '', false);
const secure = new SessionCookie('demonstration', '/demonstration', true);

describe('the cookie of a session', () => {
  it('reaches no script, no other site’s form and no other ledger', () => {
    expect(plain.holding('mp_x')).toBe('milepost-session=mp_x; Path=/; HttpOnly; SameSite=Lax');
    expect(secure.holding('mp_y')).toBe(
      '__Secure-demonstration-session=mp_y; Path=/demonstration; HttpOnly; SameSite=Lax; Secure',
    );
    expect(plain.gone()).toBe('milepost-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  });

  it('is found among others by its whole name', () => {
    const cookie = 'a=1; old-milepost-session=mp_no; milepost-session=mp_x; __Secure-demonstration-session=mp_y';
    expect(plain.read({ cookie })).toBe('mp_x');
    expect(secure.read({ cookie })).toBe('mp_y');
    expect(plain.read({ cookie: 'demonstration-session=mp_y' })).toBeUndefined();
    expect(plain.read({})).toBeUndefined();
  });
});

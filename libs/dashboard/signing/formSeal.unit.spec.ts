import { isSealed, sealForm } from './formSeal';

describe('the form of signing in', () => {
  const seal = sealForm({}, '/sign-in', false);
  const [cookie = ''] = seal.cookie.split(';');

  it('is tied to the browser that it was sent to', () => {
    expect(isSealed({ cookie }, seal.csrf)).toBe(true);
    expect(isSealed({ cookie: `other=1; ${cookie}; more=2` }, seal.csrf)).toBe(true);
    expect(isSealed({ cookie: sealForm({}, '/sign-in', false).cookie }, seal.csrf)).toBe(false);
    expect(isSealed({}, seal.csrf)).toBe(false);
    expect(isSealed({ cookie }, '')).toBe(false);
    expect(isSealed({ cookie: 'sign-in-form=' }, seal.csrf)).toBe(false);
  });

  it('says nothing of the cookie in the page', () => {
    expect(cookie).not.toContain(seal.csrf);
  });

  it('keeps the cookie that the browser has, so that two of it can be open', () => {
    expect(sealForm({ cookie }, '/sign-in', false)).toEqual(seal);
  });

  it('reaches no script, and only over https where people come by https', () => {
    expect(seal.cookie).toMatch(/; Path=\/sign-in; HttpOnly; SameSite=Lax$/);
    expect(sealForm({}, '/demonstration/sign-in', true).cookie).toMatch(
      /; Path=\/demonstration\/sign-in; HttpOnly; SameSite=Lax; Secure$/,
    );
  });
});

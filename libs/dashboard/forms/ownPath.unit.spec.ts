import { ownPath } from './ownPath';

describe('where to go on after signing in', () => {
  it.each(['/', '/trusts/RGT/report/milestone', '/trusts?search=%C3%89l%C3%A9onore&asOf=2026-03-31', '/a//b'])(
    '%s is a path of our own',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    '',
    'trusts',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/.//evil.example/',
    '/a/..//evil.example/',
    '/%2e%2e//evil.example/',
    '/trusts\r\nSet-Cookie: a=b',
    `/${'a'.repeat(2000)}`,
  ])('%j leads nowhere', (path) => {
    expect(ownPath(path)).toBeUndefined();
  });
});

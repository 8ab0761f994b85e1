import { InvalidPositionToken, parsePositionToken, positionToken } from './positionToken';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it('names ledger, stream and revision, and reads them back', () => {
  const token = positionToken('milepost', { stream: 'milepost.trust-RXX', revision: 12 });
  expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(parsePositionToken('milepost', token)).toEqual({ stream: 'milepost.trust-RXX', revision: 12 });
});

it('is good for its own ledger only', () => {
  const token = positionToken('milepost', { stream: 'milepost.trust-RXX', revision: 12 });
  expect(() => parsePositionToken('milepostaccess', token)).toThrow('given by another ledger than "milepostaccess"');
});

it.each([
  ['nothing', ''],
  ['no base64url', 'a+b='],
  ['no JSON', Buffer.from('p1').toString('base64url')],
  ['no list', encoded({ p1: 1 })],
  ['another version', encoded(['p2', 'milepost', 'milepost.a', '1'])],
  ['a number for a text', encoded(['p1', 'milepost', 'milepost.a', 1])],
  ['a revision that is none', encoded(['p1', 'milepost', 'milepost.a', '-1'])],
  ['a revision with a leading zero', encoded(['p1', 'milepost', 'milepost.a', '01'])],
  ['a revision too large', encoded(['p1', 'milepost', 'milepost.a', '9'.repeat(16)])],
  ['too little', encoded(['p1', 'milepost', 'milepost.a'])],
  ['too much', encoded(['p1', 'milepost', 'milepost.a', '1', ''])],
  ['a stream of another ledger', encoded(['p1', 'milepost', 'milepostaccess.a', '1'])],
  ['something long', 'A'.repeat(501)],
])('refuses %s', (_what, token) => {
  expect(() => parsePositionToken('milepost', token)).toThrow(InvalidPositionToken);
});

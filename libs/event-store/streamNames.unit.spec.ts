import { checkPrefixes, isTypeName, isWorkingStream, whyNotWritable } from './streamNames';

const PREFIXES = ['milepost.', 'milepost-work.'];

describe('streams that may be written', () => {
  it.each(['milepost.trust-RXX', 'milepost-work.cursor-feed', `milepost.${'a'.repeat(191)}`])('has %s', (stream) => {
    expect(whyNotWritable(stream, PREFIXES)).toBeUndefined();
  });

  it.each([
    'other.trust-RXX',
    'milepost',
    'milepost.',
    'milepostaccess.token-1',
    'milepost-works.x',
    '$$milepost.trust-RXX',
    '$settings',
    '',
    'milepost.trust RXX',
    'milepost.trust-é',
    'milepost.a\n',
    `milepost.${'a'.repeat(192)}`,
  ])('has not %j', (stream) => {
    expect(whyNotWritable(stream, PREFIXES)).toMatch(/\.$/);
  });

  it('takes only prefixes of ledgers', () => {
    expect(checkPrefixes(PREFIXES)).toEqual(PREFIXES);
    for (const wrong of ['', '.', 'milepost', 'Milepost.', '$', '$$milepost.', 'a.b.', '9a.', 'a-works.']) {
      expect(() => checkPrefixes([wrong])).toThrow('prefix');
    }
  });

  it('lets only working streams lose events', () => {
    expect(isWorkingStream('milepost-work.cursor-feed')).toBe(true);
    expect(isWorkingStream('milepost.cursor-work.feed')).toBe(false);
    expect(isWorkingStream('milepost.trust-RXX')).toBe(false);
  });

  it('knows the names of types', () => {
    expect(isTypeName('EprWentLive.v1')).toBe(true);
    for (const wrong of ['', '$metadata', '$>', 'a b', 'a'.repeat(201)]) expect(isTypeName(wrong)).toBe(false);
  });
});

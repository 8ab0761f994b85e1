import { sourceInWords } from './sourceInWords';

describe('sources in words', () => {
  it('links the address of a primary or press source', () => {
    const source = { publisher: 'The Gazette', kind: 'press', url: 'https://gazette.example/a', date: '2025-11' };
    expect(sourceInWords({ source })).toEqual({
      text: 'The Gazette',
      href: 'https://gazette.example/a',
      note: 'press, November 2025',
    });
  });

  it('never links a copy, and names what it copies', () => {
    const source = { publisher: 'A mirror', kind: 'copy', copies: 'County News', url: 'https://mirror.example' };
    expect(sourceInWords({ source })).toEqual({
      text: 'County News',
      href: undefined,
      note: 'seen in a secondary copy',
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'no address', ' JAVASCRIPT:alert(1)'])(
    'does not link %s',
    (url) => {
      expect(sourceInWords({ source: { publisher: 'P', kind: 'press', url } })?.href).toBeUndefined();
    },
  );

  it('says nothing where no source is named', () => {
    expect(sourceInWords({})).toBeUndefined();
    expect(sourceInWords({ source: 'text' })).toBeUndefined();
  });
});

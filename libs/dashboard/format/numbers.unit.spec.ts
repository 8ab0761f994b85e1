import { agoInWords } from './agoInWords';
import { changeInWords } from './changeInWords';
import { countOf } from './countOf';
import { instantInWords } from './instantInWords';
import { numberInWords } from './numberInWords';
import { percentInWords } from './percentInWords';
import { poundsInWords } from './poundsInWords';
import { scoreInWords } from './scoreInWords';

describe('numbers in words', () => {
  it('separates thousands', () => {
    expect(numberInWords(1000)).toBe('1,000');
    expect(countOf(1204, 'trust')).toBe('1,204 trusts');
    expect(countOf(1, 'entry', 'entries')).toBe('1 entry');
    expect(countOf(0, 'entry', 'entries')).toBe('0 entries');
  });

  it('writes changes with a sign', () => {
    expect([changeInWords(1), changeInWords(-3), changeInWords(0)]).toEqual(['+1', '−3', '0']);
  });

  it('writes a range of percent as a range', () => {
    expect(percentInWords(50, 50)).toBe('50%');
    expect(percentInWords(10, 30)).toBe('10% to 30%');
  });

  it('keeps a decimal place of a score, and no more than two', () => {
    expect([scoreInWords(3), scoreInWords(2.164502)]).toEqual(['3.0', '2.16']);
  });

  it('writes pounds from millions', () => {
    expect([poundsInWords(85), poundsInWords(1900)]).toEqual(['£85 million', '£1.9 billion']);
  });
});

describe('times in words', () => {
  it('writes an instant in London, in summer as in winter', () => {
    expect(instantInWords(Date.UTC(2026, 10, 24, 8, 2))).toBe('24 November 2026 at 8:02am');
    expect(instantInWords(Date.UTC(2026, 5, 30, 23, 30))).toBe('1 July 2026 at 12:30am');
  });

  it.each([
    [3000, '3 seconds ago'],
    [61_000, '1 minute ago'],
    [7_200_000, '2 hours ago'],
    [90_000_000, '1 day ago'],
    [999, 'a moment ago'],
    [-5000, 'a moment ago'],
  ])('says %d milliseconds as %s', (milliseconds, words) => {
    expect(agoInWords(milliseconds)).toBe(words);
  });
});

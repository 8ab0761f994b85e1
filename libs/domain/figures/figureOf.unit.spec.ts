import { figureFrom, figureOf, scopeFigure } from './figureOf';

describe('a figure', () => {
  it('counts what is certain, and what is not known apart', () => {
    expect(figureOf(['yes', 'no', 'not-known', 'yes', 'not-known'])).toEqual({
      numerator: 2,
      denominator: 5,
      notKnown: 2,
      percentLow: 40,
      percentHigh: 80,
    });
  });

  it('has no percentage where it has no denominator', () => {
    expect(figureOf([])).toEqual({
      numerator: 0,
      denominator: 0,
      notKnown: 0,
      percentLow: undefined,
      percentHigh: undefined,
    });
  });

  it('is exact to the nearest double: 29 of 50 is 58 and 115 of 205 is not rounded', () => {
    expect(figureFrom(29, 50, 0).percentLow).toBe(58);
    expect(figureFrom(115, 205, 2)).toMatchObject({ percentLow: 11_500 / 205, percentHigh: 11_700 / 205 });
  });

  it('of the scope counts every trust in scope', () => {
    expect(scopeFigure(210, 1)).toEqual({
      numerator: 210,
      denominator: 210,
      notKnown: 1,
      percentLow: 100,
      percentHigh: 100,
    });
    expect(scopeFigure(0, 0).percentLow).toBeUndefined();
  });
});

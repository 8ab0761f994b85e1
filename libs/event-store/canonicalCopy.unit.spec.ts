import { NotPlainJson, canonicalCopy } from './canonicalCopy';

function reasonAgainst(value: unknown) {
  try {
    canonicalCopy(value);
  } catch (error) {
    if (error instanceof NotPlainJson) return error.reason;
    throw error;
  }
  return undefined;
}

class Day {
  readonly day = '2026-01-01';
}

describe('what is plain JSON', () => {
  it('takes every value that JSON has', () => {
    const value = {
      a: null,
      b: true,
      c: 0,
      d: -0,
      e: 1.5e300,
      f: '\u{1f600} \u0000',
      g: [[], {}, [1, 'x']],
      '': { '~/': 1 },
    };
    expect(reasonAgainst(value)).toBeUndefined();
    expect(reasonAgainst(Object.assign(Object.create(null) as object, { a: 1 }))).toBeUndefined();
  });

  it.each([
    ['a bigint', { a: [0, 1n] }, '/a/1'],
    ['an undefined member', { a: { b: undefined } }, '/a/b'],
    ['a hole', [1, , 3], '/1'],
    ['not a number', { a: NaN }, '/a'],
    ['an infinite number', { a: -Infinity }, '/a'],
    ['a date', { at: new Date(0) }, '/at'],
    ['a map', new Map(), ''],
    ['bytes', { b: new Uint8Array(1) }, '/b'],
    ['an object of a class', { a: new Day() }, '/a'],
    ['a function', { a: () => 1 }, '/a'],
    ['a symbol', { a: Symbol('x') }, '/a'],
    ['half a surrogate pair, first', { a: 'x\ud800' }, '/a'],
    ['half a surrogate pair, second', { a: '\udc00x' }, '/a'],
    ['half a surrogate pair in a name', { 'a\ud800b': 1 }, '/a\ud800b'],
    ['a name to be escaped', { 'a/b~': [undefined] }, '/a~1b~0/0'],
  ])('refuses %s and says where', (_what, value, pointer) => {
    expect(reasonAgainst(value)?.pointer).toBe(pointer);
  });

  it('refuses nesting that could bring a reader down, and circles', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 65; level += 1) deep = [deep];
    expect(reasonAgainst(deep)?.detail).toContain('deeper');
    const circle: unknown[] = [];
    circle.push(circle);
    expect(reasonAgainst(circle)?.detail).toContain('deeper');
  });
});

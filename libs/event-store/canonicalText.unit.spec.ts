import { canonicalText } from './canonicalText';
import type { Json } from './storedEvent';

const parse = (text: string): Json => JSON.parse(text) as Json;

describe('canonicalText against the examples of RFC 8785', () => {
  it('gives the text of section 3.2.2', () => {
    const input = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`;
    expect(canonicalText(parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members as section 3.2.3, by UTF-16 code units', () => {
    const input = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
    expect(canonicalText(parse(input)).match(/"[A-Z][^"]+"/g)).toEqual([
      '"Carriage Return"',
      '"One"',
      '"Control"',
      '"Latin Small Letter O With Diaeresis"',
      '"Euro Sign"',
      '"Emoji: Grinning Face"',
      '"Hebrew Letter Dalet With Dagesh"',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s of appendix B as %s', (bits, text) => {
    expect(canonicalText(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });
});

describe('canonicalText of what the RFC has no word for', () => {
  it('writes infinite numbers as strings, at any place', () => {
    expect(canonicalText(parse('{"b":[1e400,-1e400],"a":1e999}'))).toBe(
      '{"a":"Infinity","b":["Infinity","-Infinity"]}',
    );
    expect(canonicalText(parse('-1e400'))).toBe('"-Infinity"');
  });

  it('writes lone surrogates as lower-case escapes, in values and names', () => {
    expect(canonicalText(parse(String.raw`{"\uDEAD":"a\uD83D"}`))).toBe(String.raw`{"\udead":"a\ud83d"}`);
  });

  it('takes nesting deeper than the stack', () => {
    const deep = `${'[{"b":1,"a":'.repeat(100_000)}null${'}]'.repeat(100_000)}`;
    const text = canonicalText(parse(deep));
    expect(text.startsWith('[{"a":[{"a":[')).toBe(true);
    expect(text.endsWith(',"b":1}],"b":1}]')).toBe(true);
    expect(text).toHaveLength(deep.length);
  });

  it('refuses NaN, which no JSON holds', () => {
    expect(() => canonicalText(NaN)).toThrow(TypeError);
  });
});

it('sorts names that look like integers as text, not by value', () => {
  expect(canonicalText(parse('{"10":1,"9":2,"1":3}'))).toBe('{"1":3,"10":1,"9":2}');
});

it('keeps a member named __proto__', () => {
  expect(canonicalText(parse('{"a":1,"__proto__":{"z":1,"b":2}}'))).toBe('{"__proto__":{"b":2,"z":1},"a":1}');
});

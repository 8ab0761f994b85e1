import { controlCharacterIn } from './controlCharacter';
import { controlCharacterRefused } from './controlCharacterRefused';

it.each([
  ['a\0b', 'U+0000 (NUL)'],
  ['ring \u0007', 'U+0007 (BEL)'],
  ['\u001b[31m', 'U+001B (ESC)'],
  ['\u001f', 'U+001F (US)'],
  ['\u007f', 'U+007F (DEL)'],
  ['\u0085', 'U+0085'],
  ['Mac\rline', 'U+000D (CR)'],
  ['first \u0001, second \0', 'U+0001 (SOH)'],
])('names the control character of %j', (text, name) => {
  expect(controlCharacterIn(text)).toBe(name);
});

it.each(['', 'two\nlines\tand a tab', 'Windows\r\nlines', 'مستشفى 👩‍⚕️ \u202e\u200b\u2028', 'Ysbyty Ystrad Fawr'])(
  'finds none in %j',
  (text) => {
    expect(controlCharacterIn(text)).toBeUndefined();
  },
);

it('points to the text that holds it, however deep', () => {
  const data = { note: 'fine', count: 1, none: null, sites: ['a', 'b'], source: { 'a/b~c': ['ok', 'x\0'] } };
  expect(controlCharacterRefused(data)).toEqual({
    rule: 'control-character',
    sentence: 'The text holds U+0000 (NUL), a control character, which no text here can have.',
    pointer: '/source/a~1b~0c/1',
  });
  expect(controlCharacterRefused({ ...data, source: {} })).toBeUndefined();
});

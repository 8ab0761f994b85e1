import { parseForm } from './parseForm';

describe('the text of a form', () => {
  it('is read field by field, with line ends of one kind', () => {
    const text = 'notes=Two%0D%0Alines%0Dor+three&day=&name=%C3%89l%C3%A9onore+%26+Co%3D%F0%9F%9A%91';
    expect(parseForm(text, ['notes', 'day', 'name', 'other'])).toEqual({
      notes: 'Two\nlines\nor three',
      day: '',
      name: 'Éléonore & Co=🚑',
    });
    expect(parseForm('', ['notes'])).toEqual({});
    expect(parseForm('a=1=2', ['a'])).toEqual({ a: '1=2' });
  });

  it.each([
    ['day=1&dya=2', 'This form has no field “dya”.'],
    ['__proto__=1', 'This form has no field “__proto__”.'],
    ['&day=1', 'This form has no field “”.'],
    ['day=1&day=1', 'The field “day” was sent more than once.'],
    ['day=%FF', 'It holds characters that are not UTF-8.'],
    ['day=%ED%A0%80', 'It holds characters that are not UTF-8.'],
    ['day=%', 'It holds characters that are not UTF-8.'],
  ])('is refused as %s, and says so', (text, sentence) => {
    expect(() => parseForm(text, ['day'])).toThrow(sentence);
  });
});

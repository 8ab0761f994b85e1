import { codeOf } from './codeOf';

const CODE = `mp_${'0'.repeat(20)}_${'a'.repeat(43)}`;

describe('a link that was pasted', () => {
  it.each([
    CODE,
    ` ${CODE}\n`,
    `http://localhost:3000/sign-in?code=${CODE}`,
    `<https://milepost.example/demonstration/sign-in?code=${CODE}&to=/trusts>`,
  ])('%j holds its code', (text) => {
    expect(codeOf(text)).toBe(CODE);
  });

  it('is given back where it holds none, to be refused', () => {
    expect(codeOf('https://milepost.example/sign-in')).toBe('https://milepost.example/sign-in');
    expect(codeOf('let me in')).toBe('let me in');
  });
});

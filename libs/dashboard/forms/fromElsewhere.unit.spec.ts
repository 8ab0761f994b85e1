import { fromElsewhere } from './fromElsewhere';

const HOST = { host: 'localhost:3000' };

describe('where a form was sent from', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ 'sec-fetch-site': 'same-site' }, true],
    // Behind a proxy that changes the host, the browser's own word holds.
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://milepost.example' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }, true],
    [{ origin: 'http://localhost:3000' }, false],
    [{ origin: 'http://localhost:3001' }, true],
    [{ origin: 'https://evil.example' }, true],
    [{ origin: 'not an address' }, true],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%j is from elsewhere: %s', (headers, expected) => {
    expect(fromElsewhere({ ...HOST, ...headers }, undefined)).toBe(expected);
  });

  it('may be the address that the configuration names', () => {
    const headers = { ...HOST, origin: 'https://milepost.example' };
    expect(fromElsewhere(headers, 'https://milepost.example')).toBe(false);
    expect(fromElsewhere(headers, 'https://other.example')).toBe(true);
  });
});

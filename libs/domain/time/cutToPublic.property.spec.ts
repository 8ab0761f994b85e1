import * as fc from 'fast-check';
import { cutToPublic } from './cutToPublic';

const days = fc.integer({ min: 0, max: 50 });
const windows = fc
  .tuple(fc.option(days, { nil: -Infinity }), fc.option(days, { nil: Infinity }))
  .filter(([earliest, latest]) => earliest <= latest)
  .map(([earliest, latest]) => ({ earliest, latest }));

describe('a window cut to its public day', () => {
  it('begins where it began and ends on the public day, unless that is before it or no earlier than its end', () => {
    fc.assert(
      fc.property(windows, days, (window, publicOn) => {
        const cut = cutToPublic(window, publicOn);
        expect(cut.earliest).toBe(window.earliest);
        const within = publicOn >= window.earliest && publicOn < window.latest;
        expect(cut.latest).toBe(within ? publicOn : window.latest);
      }),
    );
  });

  it('is certain from the public day on, also where nothing is known of when', () => {
    expect(cutToPublic({ earliest: -Infinity, latest: Infinity }, 20_000)).toEqual({
      earliest: -Infinity,
      latest: 20_000,
    });
  });
});

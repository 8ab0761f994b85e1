import * as fc from 'fast-check';
import { streamOf, subjectOf } from './subject';

it('is said by the stream that is named for it as by any stream that it was read from', () => {
  const part = fc.oneof(fc.constantFrom('', '-', '.', 'trust', 'RXX'), fc.string());
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const subject = subjectOf(parts.join(''));
      expect(subjectOf(streamOf(subject))).toEqual(subject);
    }),
    { numRuns: 1_000 },
  );
});

import type { BesideClaim, FactView } from '@milepost/views';
import { textMember } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import type { Note } from '../pages/table';
import type { Visit } from '../visit/visit';
import { givenFrom } from './givenFrom';

const WORDS = {
  'in-scope': 'counted',
  'epr-live': 'an EPR was live',
  'epr-live-or-implementing': 'an EPR was live or being implemented',
};
const CORE_LEVEL = ['core_level', 'meets_standard'];

/** Whether the number claimed can be checked, and why not; undefined where there is nothing to say. Silence is never taken for a no. */
export function numeratorInWords(
  fact: FactView,
  { numerator: checked, counted }: BesideClaim,
  { link }: Pick<Visit, 'link'>,
): string | Note | undefined {
  switch (checked.kind) {
    case 'none-given':
    case 'no-claim':
      return undefined;
    case 'no-day':
      return 'The number claimed cannot be checked: it does not say for which day.';
    case 'no-measure':
      return `The number claimed cannot be checked: ${
        CORE_LEVEL.includes(textMember(fact.data, 'metric') ?? '')
          ? 'no public source says which trusts meet the standard.'
          : 'this record does not measure what it counts.'
      }`;
    case 'not-known':
      return {
        text: `The number claimed cannot be checked: of ${numberInWords(checked.notKnown)} of the ${numberInWords(checked.denominator)} trusts counted, this record does not say whether ${WORDS[checked.metric]}.`,
        // Checked on the last of the days that it is about.
        api: givenFrom(fact, link, '/beside/numerator/notKnown', `/beside/counted/${counted.length - 1}/count`),
      };
    case 'shown': {
      const { numerator, denominator } = checked.figure;
      return {
        text: `In this record it is ${numberInWords(numerator)} of ${numberInWords(denominator)}.`,
        api: givenFrom(fact, link, '/beside/numerator/figure/numerator', '/beside/numerator/figure/denominator'),
      };
    }
  }
}

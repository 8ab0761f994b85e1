import type { CheckedNumerator, FactView } from '@milepost/views';
import { textMember } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';

const WORDS = {
  'in-scope': 'counted',
  'epr-live': 'an EPR was live',
  'epr-live-or-implementing': 'an EPR was live or being implemented',
};
const CORE_LEVEL = ['core_level', 'meets_standard'];

/** Whether the number claimed can be checked, and why not; undefined where there is nothing to say. Silence is never taken for a no. */
export function numeratorInWords({ data }: FactView, checked: CheckedNumerator): string | undefined {
  switch (checked.kind) {
    case 'none-given':
    case 'no-claim':
      return undefined;
    case 'no-day':
      return 'The number claimed cannot be checked: it does not say for which day.';
    case 'no-measure':
      return `The number claimed cannot be checked: ${
        CORE_LEVEL.includes(textMember(data, 'metric') ?? '')
          ? 'no public source says which trusts meet the standard.'
          : 'this record does not measure what it counts.'
      }`;
    case 'not-known':
      return `The number claimed cannot be checked: of ${numberInWords(checked.notKnown)} of the ${numberInWords(checked.denominator)} trusts counted, this record does not say whether ${WORDS[checked.metric]}.`;
    case 'shown':
      return `In this record it is ${numberInWords(checked.figure.numerator)} of ${numberInWords(checked.figure.denominator)}.`;
  }
}

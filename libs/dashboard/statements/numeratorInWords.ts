import type { BesideClaim, FactView, FigureMetric } from '@milepost/views';
import { formatDay } from '@milepost/domain';
import { textMember } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import { fromApi } from '../pages/fromApi';
import type { Note } from '../pages/table';
import type { Visit } from '../visit/visit';
import { pageLink } from '../visit/pageLink';
import { givenFrom } from './givenFrom';

const WORDS: Readonly<Partial<Record<FigureMetric, string>>> = {
  'in-scope': 'counted',
  'epr-live': 'an EPR was live',
  'epr-live-or-implementing': 'an EPR was live or being implemented',
};
const CORE_LEVEL = ['core_level', 'meets_standard'];

/** Whether the number claimed can be checked, and why not; undefined where there is nothing to say. Silence is never taken for a no. */
export function numeratorInWords(
  fact: FactView,
  { numerator: checked, days }: BesideClaim,
  visit: Visit,
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
        api: fromApi(figureOn(checked.metric, days, visit), '/figure/notKnown', '/figure/denominator'),
      };
    case 'shown': {
      const { numerator, denominator } = checked.figure;
      return {
        text: `In this record it is ${numberInWords(numerator)} of ${numberInWords(denominator)}.`,
        api: givenFrom(fact, visit.link, '/beside/numerator/figure/numerator', '/beside/numerator/figure/denominator'),
      };
    }
  }
}

/** The figure on the last of the days that a claim is about, on which it was checked. */
function figureOn(metric: FigureMetric, days: BesideClaim['days'], { context, asked }: Visit): string {
  const asOf = typeof days === 'string' ? asked.asOf : formatDay(days.window.latest);
  return pageLink(context.basePath, { ...asked, asOf })(`/api/v1/figures/${metric}`);
}

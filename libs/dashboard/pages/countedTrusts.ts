import type { Figure } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import type { Visit } from '../visit/visit';
import { fromApi } from './fromApi';

const FIGURE = '/api/v1/figures/in-scope';

/** How many trusts were counted on the day, with the way to the explanation. */
export interface CountedTrusts {
  /** `205`; undefined where nothing is known of any trust, which is not the same as none. */
  readonly count: string | undefined;
  /** Where the interface gives the count, and those of which it is not known. */
  readonly api: string;
  readonly moreApi: string;
  /** What follows the number: `trusts counted on 31 March 2026`. */
  readonly what: string;
  /** For how many more it is not known. */
  readonly more: string | undefined;
  readonly href: string;
}

export function countedTrusts({ numerator, notKnown }: Figure, { moment, link }: Visit): CountedTrusts {
  const day = dayInWords(moment.asOf);
  const isKnown = numerator + notKnown > 0;
  return {
    api: fromApi(link(FIGURE), '/figure/numerator'),
    moreApi: fromApi(link(FIGURE), '/figure/notKnown'),
    count: isKnown ? numberInWords(numerator) : undefined,
    what: isKnown
      ? `${numerator === 1 ? 'trust' : 'trusts'} counted on ${day}`
      : `How many trusts were counted on ${day} is not known`,
    more: notKnown === 0 ? undefined : `For ${numberInWords(notKnown)} more it is not known whether they were.`,
    href: link('/figures/in-scope'),
  };
}

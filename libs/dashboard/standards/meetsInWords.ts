import type { Figure } from '@milepost/views';
import { countOf } from '../format/countOf';
import { numberInWords } from '../format/numberInWords';
import { fromApi } from '../pages/fromApi';

/** How many trusts meet a version, as a sentence, and where the interface gives its numbers. */
export function meetsInWords(figure: Figure, day: string, address: string): { text: string; api: string } {
  const { numerator, denominator, notKnown, disputed } = figure;
  const isRange = notKnown > 0;
  const low = numberInWords(numerator);
  const meets = isRange ? `Between ${low} and ${numberInWords(numerator + notKnown)}` : low;
  const open = isRange ? `; for ${numberInWords(notKnown)} it is not known` : '';
  const disputes = disputed > 0 ? `; ${countOf(disputed, 'deciding entry is', 'deciding entries are')} disputed` : '';
  const pointers = [
    '/figure/numerator',
    ...(isRange ? ['/figure/numerator', '+/figure/notKnown'] : []),
    '/figure/denominator',
    ...(isRange ? ['/figure/notKnown'] : []),
    ...(disputed > 0 ? ['/figure/disputed'] : []),
  ];
  return {
    text: `${meets} of ${countOf(denominator, 'trust')} meet it on ${day}${open}${disputes}`,
    api: fromApi(address, ...pointers),
  };
}

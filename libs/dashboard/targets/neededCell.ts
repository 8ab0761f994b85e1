import type { TargetView } from '@milepost/views';
import { countOf } from '../format/countOf';
import { numberInWords } from '../format/numberInWords';
import { fromApi } from '../pages/fromApi';
import { notes } from '../pages/table';
import type { Cell } from '../pages/table';
import type { PageLink } from '../visit/pageLink';

/**
 * How many trusts are still missing to a target. A figure that rests on silence is never shown as a finding: while trusts are not
 * known, how many of them are is what there is to say.
 * @param below where the interface gives the target
 */
export function neededCell({ kind, against, state }: TargetView, link: PageLink, address: string, below: string): Cell {
  if (kind === 'programme-end') return { text: 'Not applicable' };
  if (against === undefined) {
    return { text: 'Not known', notes: ['Which trusts these are is in no entry here.'] };
  }
  const { figure, metric, still } = against;
  const api = (...pointers: readonly string[]): string =>
    fromApi(address, ...pointers.map((pointer) => below + pointer));
  const href = link(`/figures/${metric}`);
  if (figure.notKnown > 0) {
    const text = `For ${numberInWords(figure.notKnown)} of the ${countOf(figure.denominator, 'trust')} counted, this record does not say`;
    const source = api('/against/figure/notKnown', '/against/figure/denominator');
    return { text: 'Not known', notes: notes({ text, href, api: source }) };
  }
  const has = {
    text: `${numberInWords(figure.numerator)} of ${numberInWords(figure.denominator)} are there`,
    href,
    api: api('/against/figure/numerator', '/against/figure/denominator'),
  };
  if (still === undefined) {
    return { text: state.threshold.open ? 'Not known on this day' : 'No share named', notes: notes(has) };
  }
  const text = still.low === 0 ? 'None' : countOf(still.low, 'trust');
  const asked = { text: `The share asks for ${numberInWords(still.needed)}`, api: api('/against/needed') };
  return {
    text,
    ...(still.low === 0 ? {} : { api: api('/against/stillNeeded/low') }),
    notes: notes(has, asked),
  };
}

import { formatDay } from '@milepost/domain';
import { mustBeComparable, resolveMoment } from '@milepost/views';
import type { AskedMoment, Moment } from '@milepost/views';
import { pageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';

export const FROM_PARAMETERS = ['from.asOf', 'from.recordedBy', 'from.publicBy'] as const;
const A_YEAR = 365;

/** Two positions that can be compared: the page's own is the second. */
export interface BetweenMoments {
  readonly from: Moment;
  readonly asked: AskedMoment;
  /** The first one's parameters, for links that keep both. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/**
 * The first of two positions as a page's address says it; without a word a year before the page's own, by the same limits.
 * @throws Problem `moments-not-comparable` (400), and those of a moment
 */
export function betweenMoments({ query, asked, moment, context }: Visit): BetweenMoments {
  const isSaid = FROM_PARAMETERS.some((name) => query[name] !== undefined);
  const first: AskedMoment = isSaid
    ? {
        asOf: query['from.asOf'] ?? formatDay(moment.asOf),
        recordedBy: query['from.recordedBy'],
        publicBy: query['from.publicBy'],
      }
    : { ...asked, asOf: formatDay(moment.asOf - A_YEAR) };
  const from = resolveMoment(context, first).moment;
  mustBeComparable(from, moment);
  const parameters = { 'from.asOf': first.asOf, 'from.recordedBy': first.recordedBy, 'from.publicBy': first.publicBy };
  return { from, asked: first, parameters };
}

/** An address of the interface about both positions, each with its size, so that it gives what the page showed. */
export function addressBetween(
  { context, asked, moment }: Visit,
  { from, asked: first }: BetweenMoments,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return pageLink(context.basePath, {})(path, {
    ...query,
    'from.asOf': formatDay(from.asOf),
    'from.recordedBy': `size:${from.size}`,
    'from.publicBy': first.publicBy,
    'to.asOf': formatDay(moment.asOf),
    'to.recordedBy': `size:${moment.size}`,
    'to.publicBy': asked.publicBy,
  });
}

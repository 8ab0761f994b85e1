import { Problem } from '@milepost/platform';
import type { Moment } from '../moment';

/**
 * Both moments have a limit of what had been made public, or neither has: between a moment that has one and one that has
 * none, what was learned later and what was only not public yet could not be told apart.
 * @throws Problem `moments-not-comparable` (400)
 */
export function mustBeComparable(from: Pick<Moment, 'publicBy'>, to: Pick<Moment, 'publicBy'>): void {
  if ((from.publicBy === undefined) === (to.publicBy === undefined)) return;
  const [without, detail] = from.publicBy === undefined ? ['from', 'the second has'] : ['to', 'the first has'];
  throw new Problem({
    slug: 'moments-not-comparable',
    title: 'These two moments cannot be compared',
    status: 400,
    detail: `Say publicBy for both moments or for neither: only ${detail} one.`,
    errors: [{ parameter: `${without}.publicBy`, detail: 'Say it here too, or leave it out on the other side.' }],
  });
}

import { RATINGS } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { RowRefused } from '../cells/rowRefused';

const WORDS = RATINGS.join('|');
const CHANGE = new RegExp(`\\b(${WORDS}) to (${WORDS})\\b`);

/** From which rating to which, out of a source's words: "red to amber overall". Throws {@link RowRefused} where they do not say. */
export function ratingChange(text: string | undefined, column: string): JsonObject {
  const [, previousRating, rating] = CHANGE.exec(text ?? '') ?? [];
  if (rating === undefined || previousRating === undefined) {
    throw new RowRefused(column, `A change of rating says "{from} to {to}", each one of ${RATINGS.join(', ')}.`);
  }
  return { rating, previousRating };
}

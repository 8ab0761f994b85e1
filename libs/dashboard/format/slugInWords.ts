import { capitalised } from './capitalised';

/** An id of lower-case words as words: `safe_practice` as `Safe practice`. For ids that have no better name. */
export function slugInWords(slug: string): string {
  return capitalised(slug.replace(/[_-]+/g, ' '));
}

import { numberInWords } from '../../format/numberInWords';

/** Longest text that an event's data take (`Text` of the schemas). */
export const LONGEST_TEXT = 4000;

/** A message where a text is longer than the record takes. */
export function tooLong(label: string, text: string, longest = LONGEST_TEXT): string | undefined {
  // As the schemas count: in characters, not in units of UTF-16.
  if (text.length <= longest || [...text].length <= longest) return undefined;
  return `${label} must be ${numberInWords(longest)} characters or fewer`;
}

import { agoInWords } from './agoInWords';

/** How long ago the record was read to its end, for whoever reads a page. */
export function checkedInWords(milliseconds: number): string {
  return `Last checked for new entries ${agoInWords(milliseconds)}.`;
}

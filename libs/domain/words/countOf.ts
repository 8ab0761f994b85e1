import { numberInWords } from './numberInWords';

/** `1 trust`, `1,204 trusts`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberInWords(count)} ${count === 1 ? noun : plural}`;
}

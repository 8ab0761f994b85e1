import { numberInWords } from '../format/numberInWords';

/** `+8`, `−3` with a minus sign, `0`. */
export function signedInWords(count: number): string {
  if (count === 0) return '0';
  return `${count > 0 ? '+' : '−'}${numberInWords(Math.abs(count))}`;
}

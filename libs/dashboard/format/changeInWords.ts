import { numberInWords } from './numberInWords';

/** `+1`, `0`, or `−3` with a minus sign. */
export function changeInWords(change: number): string {
  if (change === 0) return '0';
  return change > 0 ? `+${numberInWords(change)}` : `−${numberInWords(-change)}`;
}

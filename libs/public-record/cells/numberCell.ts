import type { Cell } from './cell';
import { CellRefused } from './cellRefused';
import { shown } from './shown';

/** A number from `least` to `most` with at most so many decimals, in digits and a full stop. */
export function numberCell(least: number, most: number, decimals = 0): Cell<number> {
  const form = decimals === 0 ? /^\d{1,12}$/ : new RegExp(`^\\d{1,12}(\\.\\d{1,${decimals}})?$`);
  const kind = decimals === 0 ? 'a whole number' : 'a number';
  return (text) => {
    const value = Number(text);
    if (!form.test(text) || value < least || value > most) {
      throw new CellRefused(`${shown(text)} is not ${kind} from ${least} to ${most}.`);
    }
    return value;
  };
}

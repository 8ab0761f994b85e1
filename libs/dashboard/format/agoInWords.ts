import { countOf } from './countOf';

const STEPS: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 seconds ago`, from a duration in milliseconds; rounded down. Less than a second, and a clock gone back, is `a moment ago`. */
export function agoInWords(milliseconds: number): string {
  const [unit, length] = STEPS.find(([, step]) => milliseconds >= step) ?? (['second', 1000] as const);
  const count = Math.floor(milliseconds / length);
  return count < 1 ? 'a moment ago' : `${countOf(count, unit)} ago`;
}

import { formatDay, parseDay } from '@milepost/domain';

const FIRST_DAY = parseDay('2015-01-01') ?? 0;
const DAYS = 4_200;

/** Random days and sizes of a generated ledger, the same in every run. */
export function randomMoments(size: number, count: number): { day: number; date: string; size: number }[] {
  let state = 12_345;
  const below = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  return Array.from({ length: count }, () => {
    const day = FIRST_DAY + below(DAYS);
    return { day, date: formatDay(day), size: 1 + below(size) };
  });
}

import type { Precision } from '@milepost/domain';

/** The precision that a day, month, quarter or year has by its form. */
export function precisionOf(period: string): Precision {
  if (period.length === 'YYYY'.length) return 'year';
  if (period.includes('Q')) return 'quarter';
  return period.length === 'YYYY-MM'.length ? 'month' : 'day';
}

/** How exactly the time of a fact is known. Forms and windows: the table of fixed formats, held by `windowOf`. */
export const PRECISIONS = [
  'day',
  'approximate_day',
  'month',
  'quarter',
  'year',
  'between',
  'on_or_before',
  'unknown',
] as const;
export type Precision = (typeof PRECISIONS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days since 1970 of a year, month (1 to 12) and day of the month; months past 12 run into the next year. */
const count = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

export function dayNumber(text: string): number {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return count(year, month, day);
}

/** First and last possible day of what `data` says of when it happened, before it is cut. */
const told = ({ occurredOn, occurredBy, precision }: Record<string, unknown>): [number, number] =>
  between(occurredOn as string, occurredBy as string, precision);

/** The last day that a plan names; undefined where it names none. */
export function plannedEnd({ plannedFor, plannedBy, plannedPrecision }: Record<string, unknown>): number | undefined {
  if (plannedPrecision === undefined || plannedPrecision === 'unknown') return undefined;
  return between(plannedFor as string, plannedBy as string, plannedPrecision)[1];
}

function between(on: string, by: string, precision: unknown): [number, number] {
  const year = Number(String(on).slice(0, 4));
  switch (precision) {
    case 'day':
      return [dayNumber(on), dayNumber(on)];
    case 'approximate_day':
      return [dayNumber(on) - 3, dayNumber(on) + 3];
    case 'month': {
      const month = Number(on.slice(5));
      return [count(year, month, 1), count(year, month + 1, 1) - 1];
    }
    case 'quarter': {
      const quarter = Number(on.slice(6));
      return [count(year, quarter * 3 - 2, 1), count(year, quarter * 3 + 1, 1) - 1];
    }
    case 'year':
      return [count(year, 1, 1), count(year + 1, 1, 1) - 1];
    case 'between':
      return [dayNumber(on), dayNumber(by)];
    case 'on_or_before':
      return [-Infinity, dayNumber(by)];
    case 'unknown':
      return [-Infinity, Infinity];
    default:
      throw new Error(`precision ${String(precision)}`);
  }
}

/** What was public on a day had happened by its end, unless it was announced before it could have happened. */
export function window(data: Record<string, unknown>, publicOn: number): [number, number] {
  const [first, last] = told(data);
  return publicOn >= first && publicOn < last ? [first, publicOn] : [first, last];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days since 1970 of a year, month (1 to 12) and day of the month; months past 12 run into the next year. */
const count = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

export function dayNumber(text: string): number {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return count(year, month, day);
}

/** First and last possible day of what `data` says of when it happened, before it is cut. */
function told(data: Record<string, unknown>): [number, number] {
  const on = data['occurredOn'] as string;
  const by = data['occurredBy'] as string;
  const year = Number(String(on).slice(0, 4));
  switch (data['precision']) {
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
      throw new Error(`precision ${String(data['precision'])}`);
  }
}

/** What was public on a day had happened by its end, unless it was announced before it could have happened. */
export function window(data: Record<string, unknown>, publicOn: number): [number, number] {
  const [first, last] = told(data);
  return publicOn >= first && publicOn < last ? [first, publicOn] : [first, last];
}

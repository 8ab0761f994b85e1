/** A calendar day as the number of days since 1970-01-01. Whole, comparable, without a time zone. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; undefined for another form and for a day that does not exist. */
export function parseDay(text: string): Day | undefined {
  const parts = DAY_FORM.exec(text);
  if (!parts) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY;
  return Number.isInteger(day) && formatDay(day) === text ? day : undefined;
}

/** Writes a finite day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

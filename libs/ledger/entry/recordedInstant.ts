const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Milliseconds since 1970 of a `recordedAt` of the one form that counts, `YYYY-MM-DDTHH:mm:ss.sssZ`;
 * undefined for anything else, and where it names no real instant (30 February, 24:00, a leap second).
 */
export function recordedInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !FORM.test(value)) return undefined;
  const instant = new Date(value);
  const milliseconds = instant.getTime();
  return Number.isNaN(milliseconds) || instant.toISOString() !== value ? undefined : milliseconds;
}

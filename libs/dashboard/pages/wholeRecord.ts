import type { Moment } from '@milepost/views';
import type { Visit } from '../visit/visit';

/** The moment of a history that is shown whole: up to today, or to the day asked about where that is later; the other two coordinates stay. */
export function wholeRecord({ moment, today }: Visit): Moment {
  return { ...moment, asOf: Math.max(moment.asOf, today) };
}

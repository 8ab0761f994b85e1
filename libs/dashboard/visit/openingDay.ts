import type { Day } from '@milepost/domain';
import type { Moment, Questions } from '@milepost/views';
import { programmeOf } from './programmeOf';

/** The day that an address without one opens at: a closed programme's last day, else today. */
export function openingDay(questions: Questions, moment: Moment): Day {
  const end = programmeOf(questions, moment).end;
  return end !== undefined && end < moment.asOf ? end : moment.asOf;
}

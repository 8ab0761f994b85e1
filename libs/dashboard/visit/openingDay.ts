import { lastDayOf } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import type { Moment, Questions } from '@milepost/views';
import { prefixedDate } from '../format/prefixedDate';

/** The programme's last day as the record has it at a moment; undefined where no programme's end is recorded. */
export function programmeEnd(questions: Questions, moment: Moment): Day | undefined {
  const facts = questions.facts(moment, 'programme', 0, 50).items;
  const revised = facts.find(({ type }) => type === 'ProgrammeEndRevised.v1');
  const launched = facts.find(({ type }) => type === 'ProgrammeLaunched.v1');
  const end = prefixedDate((revised ?? launched)?.data ?? {}, 'ends');
  return lastDayOf(end?.by ?? end?.on ?? '');
}

/** The day that an address without one opens at: a closed programme's last day, else today. */
export function openingDay(questions: Questions, moment: Moment): Day {
  const end = programmeEnd(questions, moment);
  return end !== undefined && end < moment.asOf ? end : moment.asOf;
}

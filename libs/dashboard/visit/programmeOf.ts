import { lastDayOf } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import type { Moment, Questions } from '@milepost/views';
import { textMember } from '../format/eventMembers';
import { prefixedDate } from '../format/prefixedDate';

/** The programme as the record has it at a moment: what it is called, and its last day; each undefined where it is not recorded. */
export interface Programme {
  readonly name: string | undefined;
  readonly end: Day | undefined;
}

export function programmeOf(questions: Questions, moment: Moment): Programme {
  const facts = questions.facts(moment, 'programme', 0, 50).items;
  const revised = facts.find(({ type }) => type === 'ProgrammeEndRevised.v1');
  const launched = facts.find(({ type }) => type === 'ProgrammeLaunched.v1');
  const end = prefixedDate((revised ?? launched)?.data ?? {}, 'ends');
  return { name: textMember(launched?.data ?? {}, 'name'), end: lastDayOf(end?.by ?? end?.on ?? '') };
}

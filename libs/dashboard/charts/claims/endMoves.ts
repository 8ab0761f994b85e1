import type { Day } from '@milepost/domain';
import type { FactView } from '@milepost/views';
import { textMember } from '../../format/eventMembers';
import { targetWindow } from './statementPart';

/** That the end of the programme was moved, as a statement said. */
export interface ProgrammeEndMove {
  readonly fact: FactView;
  readonly from: { readonly day: Day; readonly text: string };
  readonly to: { readonly day: Day; readonly text: string };
}

/** Every move of the programme's end, from statements alone: each names the new end, and the one before it the old. */
export function endMoves(statements: readonly FactView[]): readonly ProgrammeEndMove[] {
  const ends = [...statements]
    .filter(
      ({ data }) => textMember(data, 'metric') === 'programme_end' || textMember(data, 'topic') === 'programme_started',
    )
    .sort((a, b) => a.window.latest - b.window.latest)
    .flatMap((fact) => {
      const day = targetWindow(fact.data)?.latest;
      return day === undefined ? [] : [{ fact, day, text: textMember(fact.data, 'targetDate') ?? '' }];
    });
  return ends.slice(1).flatMap(({ fact, day, text }, index) => {
    const before = ends[index];
    return before === undefined || before.day === day ? [] : [{ fact, from: before, to: { day, text } }];
  });
}

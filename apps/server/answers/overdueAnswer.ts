import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { textMember } from '@milepost/domain';
import type { ReturnsOverdue } from '@milepost/views';
import { FactAnswer, factAnswer } from './factAnswer';
import { MomentSchema } from './momentSchema';
import { DayText, Members, Nullable, OneOf } from './schemaParts';
import { table } from './tables';

const count = Type.Integer({ minimum: 0 });

export const OverdueRowAnswer = Members(
  {
    ods: Type.String(),
    name: Type.String(),
    /** `none`: no return in this record. `not-known`: one of which it is not known whether it is as at a day since then. */
    level: OneOf('none', 'not-known'),
    /** The last return by the day, of whatever day; null: none. */
    last: Nullable(FactAnswer),
  },
  'A trust of which no return since the day is recorded. That says nothing of why.',
);
export type OverdueRowAnswer = Static<typeof OverdueRowAnswer>;

export const OverdueAnswer = Members({
  moment: MomentSchema,
  since: DayText,
  /** Trusts counted on the day; each has given a return since, or none is recorded, or it is not known. */
  counted: count,
  given: count,
  none: count,
  notKnown: count,
  /** False: no return of any day is recorded, so that this record says nothing about who returned. */
  received: Type.Boolean(),
  items: Type.Array(OverdueRowAnswer),
  /** Of all pages together. */
  total: count,
  next: Nullable(Type.String()),
});

export function overdueRowAnswer({ ods, name, level, last }: ReturnsOverdue['overdue'][number]): OverdueRowAnswer {
  return {
    ods,
    name,
    level: level === 'none' ? 'none' : 'not-known',
    last: last === undefined ? null : factAnswer(last),
  };
}

export const overdueTable = table<OverdueRowAnswer>({
  ods: ({ ods }) => ods,
  name: ({ name }) => name,
  level: ({ level }) => level,
  lastEarliest: ({ last }) => last?.window.earliest ?? null,
  lastLatest: ({ last }) => last?.window.latest ?? null,
  lastState: ({ last }) => (last && textMember(last.data, 'state')) ?? null,
  lastEntry: ({ last }) => last?.sequence ?? null,
});

import { formatDay, parseDay, periodEnds } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import { londonDay } from '@milepost/platform';
import type { LedgerReader } from '@milepost/ledger';
import type { Moment } from '../moment';

export const REPLAY_ALONG = ['recorded', 'public', 'asOf'] as const;
export type ReplayAlong = (typeof REPLAY_ALONG)[number];
export const REPLAY_EVERY = ['entry', 'day', 'month'] as const;
export type ReplayEvery = (typeof REPLAY_EVERY)[number];

/** Days from the first to the last, as `entry` steps are no days. */
export interface DaysAsked {
  readonly from: Day;
  readonly to: Day;
  readonly every: 'day' | 'month';
}

/** How many steps there are, and the moment after each of them; step 0 is where it begins. */
export interface ReplaySteps {
  readonly count: number;
  at(step: number): Moment;
}

/** Along what had been made public, or what was true: the other coordinates stay as they are. */
export function stepsByDay(moment: Moment, along: 'public' | 'asOf', asked: DaysAsked): ReplaySteps {
  const days = daysOf(asked);
  return {
    count: days.length - 1,
    at: (step) => {
      const day = days[step] as Day;
      return along === 'public' ? { ...moment, publicBy: day } : { ...moment, asOf: day };
    },
  };
}

/** Entry by entry, from one size to another. */
export function stepsByEntry(moment: Moment, from: number, to: number): ReplaySteps {
  return { count: to - from, at: (step) => ({ ...moment, size: from + step }) };
}

/** What the ledger held at the end of each day or month in which it was written, London time. */
export function stepsByRecordedDay(
  reader: Pick<LedgerReader, 'recordedAt' | 'resolve'>,
  moment: Moment,
  from: number,
  to: number,
  every: 'day' | 'month',
): ReplaySteps {
  if (from >= to) return { count: 0, at: () => ({ ...moment, size: from }) };
  const dayOf = (sequence: number): Day => parseDay(londonDay(reader.recordedAt(sequence) as number)) as Day;
  const days = daysOf({ from: dayOf(from) - 1, to: dayOf(to - 1), every });
  return {
    count: days.length - 1,
    at: (step) => {
      if (step === 0) return { ...moment, size: from };
      const { size } = reader.resolve(formatDay(days[step] as Day));
      return { ...moment, size: Math.min(Math.max(size, from), to) };
    },
  };
}

/** The first day, and then every day, or the last of each month and the last day itself. */
function daysOf({ from, to, every }: DaysAsked): readonly Day[] {
  if (every === 'month') return [from, ...periodEnds(from + 1, to, 'month')];
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, n) => from + n);
}

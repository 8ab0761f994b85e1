import type { DatePrefix } from './datePrefix';
import { dateMemberName } from './datePrefix';

/** The three members of one date, as they stand in an event's data. Nothing is checked yet. */
export interface Dates {
  readonly on: unknown;
  readonly by: unknown;
  readonly precision: unknown;
}

/** Takes the members of one date out of an event's data: `occurred…`, `planned…` and so on. */
export function datesIn(data: Readonly<Record<string, unknown>>, prefix: DatePrefix): Dates {
  return {
    on: data[dateMemberName(prefix, 'On')],
    by: data[dateMemberName(prefix, 'By')],
    precision: data[dateMemberName(prefix, 'Precision')],
  };
}

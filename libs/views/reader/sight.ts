import type { Day } from '@milepost/domain';
import type { Moment } from '../moment';
import { AXIS } from '../spans/axis';
import type { Axis } from '../spans/axis';

/** A moment as the tables are asked for it. */
export interface Sight {
  readonly day: Day;
  readonly size: number;
  readonly publicBy: Day | undefined;
  /** The axis on which spans answer, and the knowledge on it: the size, or the public day plus one. */
  readonly axis: Axis;
  readonly knowledge: number;
}

export function sightOf({ asOf, size, publicBy }: Moment): Sight {
  return publicBy === undefined
    ? { day: asOf, size, publicBy, axis: AXIS.recorded, knowledge: size }
    : { day: asOf, size, publicBy, axis: AXIS.public, knowledge: publicBy + 1 };
}

import type { FactType } from '../events/factSchemas';
import { cutToPublic } from '../time/cutToPublic';
import type { Day } from '../time/day';
import { parseDay } from '../time/day';
import type { Occurrence } from '../time/occurrence';
import { windowOf } from '../time/windowOf';
import type { FactVersion } from './factVersion';
import type { StreamEvent } from './streamEvent';

/** The public day of a version. Throws RangeError where there is none that exists: its writer was not ours. */
export function publicDayOf({ id, publicOn }: StreamEvent): Day {
  const day = publicOn === undefined ? undefined : parseDay(publicOn);
  if (day === undefined) throw new RangeError(`Event ${id} has no public day.`);
  return day;
}

/**
 * A version of a fact as an event states it, without the reserved member `corrects`: the window is cut to the version's
 * own public day. Throws RangeError where dates or public day are not fit.
 */
export function versionOf(event: StreamEvent, fact: string, type: FactType): FactVersion {
  const publicOn = publicDayOf(event);
  const { corrects: _, ...data } = event.data;
  const window = cutToPublic(windowOf(event.data as unknown as Occurrence), publicOn);
  return { sequence: event.sequence, fact, type, window, publicOn, data };
}

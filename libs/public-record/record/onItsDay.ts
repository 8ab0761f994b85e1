import type { JsonObject } from '@milepost/event-store';
import type { PlannedEvent } from '../plan/plannedEvent';

/** A fact of the register with a day: it happened on that day, and is taken as public on it. */
export function onItsDay(day: string, members: JsonObject): Pick<PlannedEvent, 'data' | 'public'> {
  return {
    data: { occurredOn: day, precision: 'day', ...members },
    public: { on: day, how: 'effective' },
  };
}

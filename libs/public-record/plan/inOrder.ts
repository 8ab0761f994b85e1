import type { Plan, RowPlan } from './plan';
import type { PlannedEvent } from './plannedEvent';

/** A planned event with the row that it comes from. */
export interface EventInOrder {
  readonly event: PlannedEvent;
  readonly file: string;
  readonly row: RowPlan;
}

/** The events of a plan in the order of an import (fixed formats, "Ids"): the day they became public, then file, then row. */
export function inOrder(plan: Plan): EventInOrder[] {
  const events = plan.files.flatMap(({ file, rows }) =>
    rows.flatMap((row) => ('events' in row ? row.events.map((event) => ({ event, file, row })) : [])),
  );
  return events.sort((a, b) =>
    a.event.public.on < b.event.public.on ? -1 : a.event.public.on > b.event.public.on ? 1 : 0,
  );
}

import type { Json, JsonObject } from '@milepost/event-store';

/** An event's data: members that do not apply are absent, never null. */
export function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined),
  );
}

import type { JsonObject } from '@milepost/event-store';

/** A body as data of an event: no classes, and no member that was not sent. */
export function plainData(body: object): JsonObject {
  return JSON.parse(JSON.stringify(body)) as JsonObject;
}

import { correctionSchemas, eventSchemas, FACT_CORRECTED } from '@milepost/domain';
import type { EventRegistry, JsonObject } from '@milepost/event-store';

/** Every type that Milepost writes, for a client or a checker in a spec. */
export const registry: EventRegistry = {
  ...eventSchemas,
  [FACT_CORRECTED]: (data) => correctionSchemas[(data.corrects as JsonObject).type as string],
};

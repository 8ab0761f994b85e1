import { correctionSchemas, eventSchemas, FACT_CORRECTED } from '@milepost/domain';
import type { EventRegistry } from '@milepost/event-store';

/**
 * Every type that the server writes, with the schema that its data must have. A correction has that of the type corrected.
 * Given as functions, so that a schema is compiled when its type is first written: a server writes few of all types, and compiling
 * all of them takes a good part of a start and of the memory of each thread.
 */
export const milepostEvents: EventRegistry = {
  ...Object.fromEntries(Object.entries(eventSchemas).map(([type, schema]) => [type, () => schema])),
  [FACT_CORRECTED]: (data) => {
    const corrects = data.corrects;
    const type = typeof corrects === 'object' && corrects !== null && 'type' in corrects ? corrects.type : undefined;
    return typeof type === 'string' && Object.hasOwn(correctionSchemas, type) ? correctionSchemas[type] : undefined;
  },
};

import { correctionSchemas, eventSchemas, FACT_CORRECTED } from '@milepost/domain';
import type { EventRegistry } from '@milepost/event-store';

/** Every type that the server writes, with the schema that its data must have. A correction has that of the type corrected. */
export const milepostEvents: EventRegistry = {
  ...eventSchemas,
  [FACT_CORRECTED]: (data) => {
    const corrects = data.corrects;
    const type = typeof corrects === 'object' && corrects !== null && 'type' in corrects ? corrects.type : undefined;
    return typeof type === 'string' && Object.hasOwn(correctionSchemas, type) ? correctionSchemas[type] : undefined;
  },
};

import type { Asker } from '@milepost/access';
import type { RequestFacts } from '../recording/requestFacts';

/** Who asks for a token, as it stands in the event. */
export function askerOf({ principal, requestHash, requestId }: RequestFacts): Asker {
  return { actor: { id: principal.id, role: principal.role }, requestHash, $correlationId: requestId };
}

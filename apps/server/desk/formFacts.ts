import { randomUUID } from 'node:crypto';
import type { Principal } from '@milepost/access';
import type { JsonObject } from '@milepost/event-store';
import { bodyHash, keyOf } from '../recording/requestFacts';
import type { RequestFacts } from '../recording/requestFacts';

/** A form as the request that it stands for: the same body with the same key sent to the interface would be its repetition. */
export function formFacts(principal: Principal, path: string, body: JsonObject, key: string | undefined): RequestFacts {
  return {
    principal,
    method: 'POST',
    path,
    requestId: `urn:uuid:${randomUUID()}`,
    requestHash: bodyHash(body),
    idempotencyKey: keyOf(key),
    ifMatch: undefined,
    traceparent: undefined,
    begunAt: performance.now(),
  };
}

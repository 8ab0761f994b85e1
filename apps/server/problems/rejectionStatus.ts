import type { RejectionRule } from '@milepost/domain';

/** Rules that say that the request is not well put, or about nothing; any other says that it contradicts what is recorded. */
const STATUS: Readonly<Partial<Record<RejectionRule, number>>> = {
  'no-such-date': 400,
  'control-character': 400,
  'precision-contradicts-date': 400,
  'unknown-trust': 404,
  'unknown-fact': 404,
  'threshold-out-of-range': 400,
  'unknown-dispute': 404,
  'unknown-target': 404,
  'idempotency-key-reused': 422,
};

/** The HTTP status of a command refused by a rule. */
export function rejectionStatus(rule: RejectionRule): number {
  return STATUS[rule] ?? 409;
}

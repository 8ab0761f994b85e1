import type { RejectionRule } from '@milepost/domain';

/** Rules that say that the request is not well put, or about nothing; any other says that it contradicts what is recorded. */
const STATUS: Readonly<Partial<Record<RejectionRule, number>>> = {
  'no-such-date': 400,
  'control-character': 400,
  'precision-contradicts-date': 400,
  'unknown-trust': 404,
  'threshold-out-of-range': 400,
  'unknown-fact': 404,
  'unknown-target': 404,
  'unknown-dispute': 404,
  'unknown-standard': 404,
  'unknown-standard-version': 404,
  'levels-unclear': 400,
  'condition-unclear': 400,
  'unknown-rule': 400,
  'rules-in-a-circle': 400,
  'unknown-framework': 400,
  'threshold-over-100': 400,
  'threshold-off-scale': 400,
  'no-mean-of-statuses': 400,
  'idempotency-key-reused': 422,
};

/** The HTTP status of a command refused by a rule. */
export function rejectionStatus(rule: RejectionRule): number {
  return STATUS[rule] ?? 409;
}

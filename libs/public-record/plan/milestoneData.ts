import type { JsonObject } from '@milepost/event-store';
import { RowRefused } from '../cells/rowRefused';
import type { MilestoneValues } from './milestoneColumns';
import { MILESTONE_KINDS } from './milestoneKinds';
import type { MilestoneKind } from './milestoneKinds';
import { present } from './present';
import { ratingChange } from './ratingChange';
import { sourceOf } from './sourceOf';
import { whenMembers } from './whenCells';
import type { WhenNames } from './whenCells';

const OCCURRED: WhenNames = {
  prefix: 'occurred',
  members: { on: 'occurredOn', by: 'occurredBy', precision: 'precision' },
  columns: { on: 'occurred_on', by: 'occurred_by', precision: 'precision' },
};
const PLANNED: WhenNames = {
  prefix: 'planned',
  members: { on: 'plannedFor', by: 'plannedBy', precision: 'plannedPrecision' },
  columns: { on: 'planned_for', by: 'planned_for', precision: 'planned_precision' },
};

/** The complete data of a milestone. A plan happened when it was made; what it says is `planned…`. */
export function milestoneData(row: MilestoneValues): JsonObject {
  const { occurred_on: on, occurred_by: by, precision } = row;
  const kind: MilestoneKind = MILESTONE_KINDS[row.milestone];
  return present({
    ...whenMembers({ on, by, precision }, OCCURRED),
    ...kind.members,
    ...plannedMembers(row, kind),
    ...(kind.type === 'EprProgrammeRated.v1' ? ratingChange(row.detail, 'detail') : {}),
    deployment: row.deployment,
    trustName: row.trust_name_at_time,
    productSupplier: row.product_supplier,
    replaces: row.replaces,
    detail: row.detail,
    source: sourceOf({ ...row, date: row.reported_on }),
  });
}

function plannedMembers(row: MilestoneValues, kind: MilestoneKind): JsonObject {
  const { planned_for: on, planned_precision: precision } = row;
  if (precision === undefined) {
    if (on !== undefined) throw new RowRefused('planned_precision', 'A day planned for needs its precision.');
    if (kind.planned === 'must') throw new RowRefused('planned_for', 'A plan says what it plans for.');
    return {};
  }
  if (kind.planned === undefined) throw new RowRefused('planned_for', `A ${row.milestone} plans nothing.`);
  return whenMembers({ on, precision }, PLANNED);
}

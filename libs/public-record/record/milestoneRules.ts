import { knownCode } from '../cells/knownCode';
import { optional } from '../cells/optional';
import { RowRefused } from '../cells/rowRefused';
import { lastDay } from '../plan/lastDay';
import { milestoneColumns } from '../plan/milestoneColumns';
import type { MilestoneValues } from '../plan/milestoneColumns';
import { milestoneData } from '../plan/milestoneData';
import { MILESTONE_KINDS } from '../plan/milestoneKinds';
import type { MadePublic, PlannedEvent } from '../plan/plannedEvent';
import type { RowRules } from '../plan/planFile';
import { present } from '../plan/present';
import type { RecordCodes } from './recordCodes';

/** The record's own day, for reports whose day was not recovered. */
const COMPILED: MadePublic = { on: '2026-11-24', how: 'compiled' };

/** Rows that name no trust, by key: a programme for several trusts, which the source counts and does not name. */
const SHARED = new Map([
  ['somerset-dorset-contract', { id: 'somerset-dorset', name: 'Somerset and Dorset', unnamedMembers: 4 }],
]);

/** epr_milestones.csv: what the press reported of an EPR's life, a plan or a postponement. */
export function milestoneRules({ trusts }: RecordCodes): RowRules<ReturnType<typeof milestoneColumns>> {
  return {
    columns: milestoneColumns(optional(knownCode(trusts, 'in trusts.csv'))),
    keys: ({ key = '' }) => [key],
    plan: ({ values }) => {
      const { key, ods_code, milestone, reported_on } = values;
      const madePublic: MadePublic =
        reported_on === undefined ? COMPILED : { on: lastDay(reported_on), how: 'reported' };
      if (ods_code === undefined) return sharedProgramme(values, madePublic);
      const { type } = MILESTONE_KINDS[milestone];
      return [{ subject: `trust-${ods_code}`, type, key, data: milestoneData(values), public: madePublic }];
    },
  };
}

/** A programme that nothing says when it was formed, and what was reported of it. */
function sharedProgramme(row: MilestoneValues, madePublic: MadePublic): PlannedEvent[] {
  const shared = SHARED.get(row.key);
  if (shared === undefined)
    throw new RowRefused('ods_code', 'The row names no trust, and no shared programme has this key.');
  const { source, ...members } = milestoneData(row);
  const { id, name, unnamedMembers } = shared;
  const known = { subject: `sharedepr-${id}`, key: row.key, public: madePublic };
  return [
    {
      ...known,
      type: 'SharedEprFormed.v1',
      data: present({ precision: 'unknown', name, deployment: row.deployment, unnamedMembers, source }),
    },
    {
      ...known,
      type: MILESTONE_KINDS[row.milestone].type,
      data: present({ ...members, unnamedMembers, source }),
    },
  ];
}

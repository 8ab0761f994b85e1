import { dayCell } from '../cells/dayCell';
import { odsCodeCell } from '../cells/odsCodeCell';
import { oneOf } from '../cells/oneOf';
import { optional } from '../cells/optional';
import type { Values } from '../cells/readCells';
import { RowRefused } from '../cells/rowRefused';
import { textCell } from '../cells/textCell';
import { ODS_SOURCE } from '../plan/odsSource';
import type { PlannedEvent } from '../plan/plannedEvent';
import type { RowRules } from '../plan/planFile';
import { onItsDay } from './onItsDay';

/** The first day that the record counts trusts on. A trust that it has from its beginning opened on or before it. */
const RECORD_BEGINS = '2021-11-01';

const columns = {
  ods_code: odsCodeCell,
  name: textCell,
  kind: oneOf(['nhs_trust', 'care_trust']),
  country: oneOf(['England', 'Wales']),
  opened_on: optional(dayCell),
  closed_on: optional(dayCell),
  closed_on_basis: optional(oneOf(['ods', 'inferred'])),
};
type Trust = Values<typeof columns>;

/** trusts.csv: an opening, and where there is one a closing. `closed_on` is the last day of life. */
export const trustRules: RowRules<typeof columns> = {
  columns,
  keys: ({ ods_code }) => [`${ods_code}/opened`, `${ods_code}/closed`],
  plan: ({ values }) => {
    const closed = closing(values);
    return closed ? [opening(values), closed] : [opening(values)];
  },
};

function opening({ ods_code, name, kind, country, opened_on }: Trust): PlannedEvent {
  const known = { subject: `trust-${ods_code}`, type: 'TrustRegistered.v1', key: `${ods_code}/opened` } as const;
  const members = { name, kind, country, source: ODS_SOURCE };
  if (opened_on !== undefined) return { ...known, ...onItsDay(opened_on, members) };
  return {
    ...known,
    data: { occurredBy: RECORD_BEGINS, precision: 'on_or_before', ...members },
    public: { on: RECORD_BEGINS, how: 'effective' },
  };
}

function closing({ ods_code, opened_on, closed_on, closed_on_basis }: Trust): PlannedEvent | undefined {
  if ((closed_on === undefined) !== (closed_on_basis === undefined)) {
    throw new RowRefused('closed_on_basis', 'A last day and its basis are given together, or neither.');
  }
  if (closed_on === undefined) return undefined;
  if (closed_on < (opened_on ?? RECORD_BEGINS)) throw new RowRefused('closed_on', 'The last day is before the first.');
  const said = closed_on_basis === 'inferred' ? { inferred: true } : { source: ODS_SOURCE };
  return {
    subject: `trust-${ods_code}`,
    type: 'TrustClosed.v1',
    key: `${ods_code}/closed`,
    ...onItsDay(closed_on, said),
  };
}

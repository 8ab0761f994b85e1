import { TRUST_TYPES } from '@milepost/domain';
import { dayCell } from '../cells/dayCell';
import { knownCode } from '../cells/knownCode';
import { oneOf } from '../cells/oneOf';
import { optional } from '../cells/optional';
import { regionCell } from '../cells/regionCell';
import { textCell } from '../cells/textCell';
import { present } from '../plan/present';
import type { RowRules } from '../plan/planFile';
import type { RecordCodes } from './recordCodes';

const columns = ({ trusts, icbs }: RecordCodes) => ({
  seen_on: dayCell,
  list: textCell,
  ods_code: knownCode(trusts, 'in trusts.csv'),
  name: textCell,
  region_code: optional(regionCell),
  icb_code: optional(knownCode(icbs, 'in icbs.csv')),
  type: optional(oneOf(TRUST_TYPES)),
});

/** trust_lists.csv: what a list says of a trust on the day it was seen. What it leaves empty it says nothing about. */
export function trustListRules(codes: RecordCodes): RowRules<ReturnType<typeof columns>> {
  return {
    columns: columns(codes),
    keys: ({ ods_code, seen_on }) => [`${ods_code}/${seen_on}`],
    plan: ({ values: { seen_on, list, ods_code, name, region_code, icb_code, type } }) => [
      {
        subject: `trust-${ods_code}`,
        type: 'TrustObserved.v1',
        key: `${ods_code}/${seen_on}`,
        data: present({ occurredOn: seen_on, precision: 'day', list, name, icb: icb_code, region: region_code, type }),
        public: { on: seen_on, how: 'observed' },
      },
    ],
  };
}

import { dayCell } from '../cells/dayCell';
import { knownCode } from '../cells/knownCode';
import { oneOf } from '../cells/oneOf';
import { RowRefused } from '../cells/rowRefused';
import type { RowRules } from '../plan/planFile';
import { onItsDay } from './onItsDay';
import type { RecordCodes } from './recordCodes';

const columns = ({ trusts, icbs }: RecordCodes) => ({
  ods_code: knownCode(trusts, 'in trusts.csv'),
  from_icb: knownCode(icbs, 'in icbs.csv'),
  to_icb: knownCode(icbs, 'in icbs.csv'),
  effective_on: dayCell,
  basis: oneOf(['derived']),
});

/** trust_moves.csv: from one ICB to another. All are derived from what lists say before and after; none was reported as a move. */
export function trustMoveRules(codes: RecordCodes): RowRules<ReturnType<typeof columns>> {
  return {
    columns: columns(codes),
    keys: ({ ods_code, effective_on }) => [`${ods_code}/${effective_on}`],
    plan: ({ values: { ods_code, from_icb, to_icb, effective_on } }) => {
      if (from_icb === to_icb) throw new RowRefused('to_icb', 'A move is to another ICB.');
      return [
        {
          subject: `trust-${ods_code}`,
          type: 'TrustMoved.v1',
          key: `${ods_code}/${effective_on}`,
          ...onItsDay(effective_on, { fromIcb: from_icb, toIcb: to_icb, inferred: true }),
        },
      ];
    },
  };
}

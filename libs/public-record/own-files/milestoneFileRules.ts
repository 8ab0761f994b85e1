import { knownCode } from '../cells/knownCode';
import { milestoneColumns } from '../plan/milestoneColumns';
import { milestoneData } from '../plan/milestoneData';
import { MILESTONE_KINDS } from '../plan/milestoneKinds';
import type { RowRules } from '../plan/planFile';
import { madePublic, publicColumns } from './madePublic';
import type { KnownCodes, OwnFileOptions } from './ownFileOptions';

const columns = ({ trusts }: KnownCodes) => ({
  ...milestoneColumns(knownCode(trusts, 'in the register')),
  ...publicColumns,
});

/**
 * Milestones in the columns of the shipped file. A row names its trust, and its key is its own within that trust: events are named
 * by keys, and what one trust calls its rows must not meet what another does.
 */
export function milestoneFileRules(
  { trusts }: KnownCodes,
  { publishedOn }: OwnFileOptions,
): RowRules<ReturnType<typeof columns>> {
  return {
    columns: columns({ trusts }),
    keys: ({ ods_code = '', key = '' }) => [`${ods_code}/${key}`],
    plan: ({ values }) => [
      {
        subject: `trust-${values.ods_code}`,
        type: MILESTONE_KINDS[values.milestone].type,
        key: `${values.ods_code}/${values.key}`,
        data: milestoneData(values),
        public: madePublic(values, publishedOn),
      },
    ],
  };
}

import { EPR_STATES, PRECISIONS } from '@milepost/domain';
import type { Precision } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { knownCode } from '../cells/knownCode';
import { oneOf } from '../cells/oneOf';
import { optional } from '../cells/optional';
import { periodCell } from '../cells/periodCell';
import { RowRefused } from '../cells/rowRefused';
import { slugCell } from '../cells/slugCell';
import { textCell } from '../cells/textCell';
import type { RowRules } from '../plan/planFile';
import { precisionOf } from '../plan/precisionOf';
import { present } from '../plan/present';
import { whenMembers } from '../plan/whenCells';
import { madePublic, publicColumns } from './madePublic';
import type { KnownCodes, OwnFileOptions } from './ownFileOptions';

const columns = ({ trusts }: KnownCodes) => ({
  ods_code: knownCode(trusts, 'in the register'),
  /** For whoever fills it in; what a trust is called is not a return's to say. */
  name: optional(textCell),
  state: optional(oneOf(EPR_STATES)),
  as_at: optional(periodCell),
  precision: optional(oneOf(PRECISIONS)),
  deployment: optional(slugCell),
  source: optional(textCell),
  ...publicColumns,
});

/** A return: the state of a trust's EPR as at a day. A row whose state is empty was not filled in, and says nothing. */
export function returnRules(codes: KnownCodes, { publishedOn }: OwnFileOptions): RowRules<ReturnType<typeof columns>> {
  return {
    columns: columns(codes),
    keys: ({ ods_code, deployment, as_at }) => [`${ods_code}/${deployment}/${as_at}`],
    plan: ({ values }) => {
      const { ods_code, state, as_at, precision, deployment, source } = values;
      if (state === undefined) return { nothing: 'The state is empty.' };
      return [
        {
          subject: `trust-${ods_code}`,
          type: 'EprStateReported.v1',
          key: `${ods_code}/${deployment ?? ''}/${as_at ?? ''}`,
          data: present({ ...asAtMembers(as_at, precision), state, deployment, return: source }),
          public: madePublic(values, publishedOn),
        },
      ];
    },
  };
}

/** There is one column for the day: with `on_or_before` it is the last. Without a precision the form of the day says it. */
function asAtMembers(asAt: string | undefined, precision: Precision | undefined): JsonObject {
  if (asAt === undefined) throw new RowRefused('as_at', 'A state is as at a day, month, quarter or year.');
  const exact = precision ?? precisionOf(asAt);
  const dates = exact === 'on_or_before' ? { on: undefined, by: asAt } : { on: asAt, by: undefined };
  return whenMembers(
    { ...dates, precision: exact },
    {
      prefix: 'occurred',
      members: { on: 'occurredOn', by: 'occurredBy', precision: 'precision' },
      columns: { on: 'as_at', by: 'as_at', precision: 'precision' },
    },
  );
}

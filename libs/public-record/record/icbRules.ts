import { dayCell } from '../cells/dayCell';
import { odsCodeCell } from '../cells/odsCodeCell';
import { optional } from '../cells/optional';
import { regionCell } from '../cells/regionCell';
import { RowRefused } from '../cells/rowRefused';
import { textCell } from '../cells/textCell';
import type { PlannedEvent } from '../plan/plannedEvent';
import type { RowRules } from '../plan/planFile';
import { onItsDay } from './onItsDay';

const columns = {
  icb_code: odsCodeCell,
  name: textCell,
  region_code: regionCell,
  region_name: textCell,
  opened_on: dayCell,
  closed_on: optional(dayCell),
};

/** icbs.csv: an opening, and where there is one a closing. `closed_on` is the last day. */
export const icbRules: RowRules<typeof columns> = {
  columns,
  keys: ({ icb_code }) => [`${icb_code}/opened`, `${icb_code}/closed`],
  plan: ({ values }) => {
    const { icb_code, name, region_code, region_name, opened_on, closed_on } = values;
    if (closed_on !== undefined && closed_on < opened_on) {
      throw new RowRefused('closed_on', 'The last day is before the first.');
    }
    const subject = `icb-${icb_code}`;
    const opened: PlannedEvent = {
      subject,
      type: 'IcbOpened.v1',
      key: `${icb_code}/opened`,
      ...onItsDay(opened_on, { name, region: region_code, regionName: region_name }),
    };
    if (closed_on === undefined) return [opened];
    return [opened, { subject, type: 'IcbClosed.v1', key: `${icb_code}/closed`, ...onItsDay(closed_on, {}) }];
  },
};

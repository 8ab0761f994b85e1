import { PRECISIONS } from '@milepost/domain';
import type { Cell } from '../cells/cell';
import { dayCell } from '../cells/dayCell';
import { oneOf } from '../cells/oneOf';
import { optional } from '../cells/optional';
import { periodCell } from '../cells/periodCell';
import type { Values } from '../cells/readCells';
import { slugCell } from '../cells/slugCell';
import { textCell } from '../cells/textCell';
import { urlCell } from '../cells/urlCell';
import { MILESTONE_KINDS } from './milestoneKinds';
import type { MilestoneWord } from './milestoneKinds';
import { SOURCE_KINDS } from './sourceOf';

/** The columns of a milestones file, shipped or a user's own. `trust` reads the code, which is empty where a row names no trust. */
export const milestoneColumns = (trust: Cell<string | undefined>) => ({
  key: slugCell,
  ods_code: trust,
  deployment: slugCell,
  trust_name_at_time: optional(textCell),
  milestone: oneOf(Object.keys(MILESTONE_KINDS) as MilestoneWord[]),
  occurred_on: optional(periodCell),
  occurred_by: optional(dayCell),
  precision: oneOf(PRECISIONS),
  planned_for: optional(periodCell),
  planned_precision: optional(oneOf(PRECISIONS)),
  reported_on: optional(periodCell),
  product_supplier: optional(textCell),
  replaces: optional(textCell),
  detail: optional(textCell),
  copies: optional(textCell),
  source_kind: oneOf(SOURCE_KINDS),
  publisher: textCell,
  source_url: optional(urlCell),
});
export type MilestoneValues = Values<ReturnType<typeof milestoneColumns>>;

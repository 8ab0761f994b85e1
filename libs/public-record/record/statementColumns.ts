import { PRECISIONS } from '@milepost/domain';
import { identifierCell } from '../cells/identifierCell';
import { numberCell } from '../cells/numberCell';
import { oneOf } from '../cells/oneOf';
import { optional } from '../cells/optional';
import { periodCell } from '../cells/periodCell';
import type { Values } from '../cells/readCells';
import { slugCell } from '../cells/slugCell';
import { textCell } from '../cells/textCell';
import { urlCell } from '../cells/urlCell';
import { SOURCE_KINDS } from '../plan/sourceOf';
import { partsCell, refersToCell } from './statementCells';
import { STATEMENT_TOPICS } from './statementTopics';
import type { StatementTopic } from './statementTopics';

const count = optional(numberCell(0, 1_000_000_000));
const percent = optional(numberCell(0, 100, 2));
const millions = optional(numberCell(0, 1_000_000, 3));

/** The columns of statements.csv. */
export const statementColumns = {
  key: slugCell,
  stated_on: periodCell,
  precision: oneOf(PRECISIONS),
  refers_to: optional(refersToCell),
  kind: oneOf(Object.keys(STATEMENT_TOPICS) as StatementTopic[]),
  speaker: textCell,
  metric: optional(identifierCell),
  population: optional(textCell),
  numerator: count,
  denominator: count,
  percent_low: percent,
  percent_high: percent,
  amount_from_gbp_m: millions,
  amount_to_gbp_m: millions,
  target_date: optional(periodCell),
  parts: optional(partsCell),
  statement: textCell,
  copies: optional(textCell),
  source_kind: oneOf(SOURCE_KINDS),
  publisher: textCell,
  source_url: optional(urlCell),
};
export type Statement = Values<typeof statementColumns>;

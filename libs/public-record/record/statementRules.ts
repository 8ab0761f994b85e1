import { RowRefused } from '../cells/rowRefused';
import { lastDay } from '../plan/lastDay';
import type { PlannedEvent } from '../plan/plannedEvent';
import type { RowRules } from '../plan/planFile';
import { present } from '../plan/present';
import { sourceOf } from '../plan/sourceOf';
import { whenMembers } from '../plan/whenCells';
import { programmeChange } from './programmeChange';
import { statementColumns } from './statementColumns';
import type { Statement } from './statementColumns';
import { STATEMENT_TOPICS } from './statementTopics';
import { targetChange } from './targetChange';

/** Statements with which a speaker corrects an earlier one of its own. */
const SUPERSEDES = new Map([['dma-results-v2', 'dma-results-v1']]);

/** statements.csv: what was said, and where it set or changed a target or the programme, that too. */
export const statementRules: RowRules<typeof statementColumns> = {
  columns: statementColumns,
  keys: ({ key = '' }) => [key],
  plan: ({ values }) => {
    const { key, stated_on, numerator, denominator, percent_low, percent_high } = values;
    if (numerator !== undefined && denominator !== undefined && numerator > denominator) {
      throw new RowRefused('numerator', `${numerator} is more than the ${denominator} it is of.`);
    }
    if ((percent_low === undefined) !== (percent_high === undefined) || (percent_low ?? 0) > (percent_high ?? 0)) {
      throw new RowRefused('percent_high', 'percent_low and percent_high are given together, the lower first.');
    }
    const when = statedWhen(values);
    const change = programmeChange(values) ?? targetChange(values);
    const events = change === undefined ? [published(values)] : [published(values), change];
    return events.map((event): PlannedEvent => ({
      ...event,
      key,
      data: present({ ...when, ...event.data }),
      public: { on: lastDay(stated_on), how: 'published' },
    }));
  },
};

function statedWhen({ stated_on, precision }: Statement) {
  return whenMembers(
    { on: stated_on, precision },
    {
      prefix: 'occurred',
      members: { on: 'occurredOn', by: 'occurredBy', precision: 'precision' },
      columns: { on: 'stated_on', by: 'stated_on', precision: 'precision' },
    },
  );
}

function published(row: Statement): Pick<PlannedEvent, 'subject' | 'type' | 'data'> {
  return {
    subject: `statement-${row.key}`,
    type: 'StatementPublished.v1',
    data: present({
      speaker: row.speaker,
      kind: row.kind === 'target_changed' && row.metric === 'programme_end' ? 'decision' : STATEMENT_TOPICS[row.kind],
      topic: row.kind,
      metric: row.metric,
      population: row.population,
      wording: row.statement,
      numerator: row.numerator,
      denominator: row.denominator,
      percentLow: row.percent_low,
      percentHigh: row.percent_high,
      fromGbpMillions: row.amount_from_gbp_m,
      toGbpMillions: row.amount_to_gbp_m,
      targetDate: row.target_date,
      parts: row.parts,
      refersTo: row.refers_to?.from,
      refersToEnd: row.refers_to?.to,
      supersedes: SUPERSEDES.get(row.key),
      source: sourceOf(row),
    }),
  };
}

import type { FactType } from '@milepost/domain';
import type { JsonObject } from '@milepost/event-store';
import { RowRefused } from '../cells/rowRefused';
import type { PlannedEvent } from '../plan/plannedEvent';
import { precisionOf } from '../plan/precisionOf';
import { present } from '../plan/present';
import { ratingChange } from '../plan/ratingChange';
import { sourceOf } from '../plan/sourceOf';
import type { Statement } from './statementColumns';
import type { StatementTopic } from './statementTopics';

const PROGRAMME = { subject: 'programme-frontline-digitisation', name: 'Frontline Digitisation' };
const SUCCESSOR = 'frontline-productivity';

type Change = { readonly type: FactType; readonly members: (row: Statement) => JsonObject };

/**
 * By topic. When a change was announced is known, who decided it and when is not, so `decidedPrecision` is `unknown` and there is
 * no authority: the speaker of a statement need not be who decided.
 */
const CHANGES: Partial<Record<StatementTopic, Change>> = {
  programme_started: {
    type: 'ProgrammeLaunched.v1',
    members: (row) => ({ name: PROGRAMME.name, ...dated('ends', row.target_date), ...decided(row) }),
  },
  target_changed: {
    type: 'ProgrammeEndRevised.v1',
    members: (row) => ({ wording: row.statement, ...dated('ends', row.target_date), ...decided(row) }),
  },
  programme_change: {
    type: 'ProgrammeSucceeded.v1',
    members: (row) => ({
      successor: SUCCESSOR,
      wording: row.statement,
      ...dated('starts', row.target_date),
      ...decided(row),
    }),
  },
  budget_changed: { type: 'FundingRevised.v1', members: funding },
  rating_changed: { type: 'RatingPublished.v1', members: rating },
};

/** The change of the programme that a statement made public; undefined where it made none. */
export function programmeChange(row: Statement): Pick<PlannedEvent, 'subject' | 'type' | 'data'> | undefined {
  const change = CHANGES[row.kind];
  if (change === undefined || (row.kind === 'target_changed' && row.metric !== 'programme_end')) return undefined;
  return {
    subject: PROGRAMME.subject,
    type: change.type,
    data: { ...change.members(row), source: sourceOf(row) },
  };
}

function funding(row: Statement): JsonObject {
  const { from, to } = row.refers_to ?? { from: undefined, to: undefined };
  if ((from ?? to) !== undefined && (from?.length !== 10 || to?.length !== 10)) {
    throw new RowRefused('refers_to', 'A change of budget is for a period, "{first day}/{last day}".');
  }
  return present({
    fromGbpMillions: row.amount_from_gbp_m,
    toGbpMillions: row.amount_to_gbp_m,
    periodFrom: from,
    periodTo: to,
    wording: row.statement,
    ...decided(row),
  });
}

/** A rating is as at one day and published on a later one. */
function rating(row: Statement): JsonObject {
  return {
    ...ratingChange(row.statement, 'statement'),
    ratedBy: row.speaker,
    ...dated('asAt', row.refers_to?.from),
    statement: row.key,
  };
}

function decided({ key }: Statement): JsonObject {
  return { decidedPrecision: 'unknown', statement: key };
}

function dated(prefix: 'ends' | 'starts' | 'asAt', period: string | undefined): JsonObject {
  return period === undefined ? {} : { [`${prefix}On`]: period, [`${prefix}Precision`]: precisionOf(period) };
}

import { parseDay } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { resolveMoment, stepsByDay, stepsByEntry, stepsByRecordedDay } from '@milepost/views';
import type { LedgerContext, Moment, ReplaySteps } from '@milepost/views';
import { invalidRequest } from '../http/requestProblems';
import type { ReplayQuery } from './replayQuery';

/** Days a replay may go over: enough for the programme's whole life many times. */
const MOST_DAYS = 50 * 366;
const A_YEAR = 365;

/** @throws Problem 400 where it has no such steps, and those of `recordedBy` */
export function replaySteps(context: LedgerContext, query: ReplayQuery, moment: Moment): ReplaySteps {
  return query.along === 'recorded' ? recordedSteps(context, query, moment) : daySteps(query, query.along, moment);
}

function recordedSteps(context: LedgerContext, query: ReplayQuery, moment: Moment): ReplaySteps {
  const from = query.from === undefined ? 0 : sizeOf(context, 'from', query.from, moment);
  const to = query.to === undefined ? moment.size : sizeOf(context, 'to', query.to, moment);
  if (from > to) throw endsBeforeItBegins();
  const { every = 'entry' } = query;
  if (every === 'entry') return stepsByEntry(moment, from, to);
  return stepsByRecordedDay(context.reader(), moment, from, to, every);
}

/** Never beyond the moment's own size, which a cursor keeps while more is recorded. */
function sizeOf(context: LedgerContext, parameter: 'from' | 'to', recordedBy: string, { size }: Moment): number {
  try {
    return Math.min(size, resolveMoment(context, { recordedBy }).moment.size);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw invalidRequest([{ parameter, detail: error.detail }]);
  }
}

function daySteps(query: ReplayQuery, along: 'public' | 'asOf', moment: Moment): ReplaySteps {
  const { every = 'month' } = query;
  if (every === 'entry') {
    const detail = 'Only along=recorded goes entry by entry: on one day many entries can become public or true.';
    throw invalidRequest([{ parameter: 'every', detail }]);
  }
  const own = along === 'public' ? (moment.publicBy ?? moment.asOf) : moment.asOf;
  const to = dayOf('to', query.to) ?? own;
  const from = dayOf('from', query.from) ?? to - A_YEAR;
  if (from > to) throw endsBeforeItBegins();
  if (to - from > MOST_DAYS) {
    throw invalidRequest([{ parameter: 'from', detail: 'Begin at most 50 years before the last day.' }]);
  }
  return stepsByDay(moment, along, { from, to, every });
}

function dayOf(parameter: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw invalidRequest([{ parameter, detail: 'Write a day that exists as YYYY-MM-DD.' }]);
  return day;
}

function endsBeforeItBegins(): Problem {
  return invalidRequest([{ parameter: 'from', detail: 'Begin on or before the end.' }]);
}

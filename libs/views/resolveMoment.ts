import { formatDay, parseDay } from '@milepost/domain';
import type { Day } from '@milepost/domain';
import type { ResolvedSize } from '@milepost/ledger';
import { londonDay, Problem } from '@milepost/platform';
import type { LedgerContext } from './ledgerContext';
import type { Moment } from './moment';
import type { MomentAnswer } from './momentAnswer';
import type { ViewStatus } from './questions';

/** The three coordinates as a reader asked for them: the texts of the query parameters of the same names. */
export interface AskedMoment {
  readonly asOf?: string | undefined;
  readonly recordedBy?: string | undefined;
  readonly publicBy?: string | undefined;
}

export interface ResolvedMoment {
  readonly moment: Moment;
  /** Whether the same question will be answered the same for ever. */
  readonly final: boolean;
  /** Whether `asOf` and `recordedBy` were both said, so that not even today's date decides the answer. */
  readonly pinned: boolean;
  /** The moment as an answer says it, with the versions of the definitions that it used. */
  readonly answer: (definitions?: readonly string[]) => MomentAnswer;
}

/**
 * Resolves a question's moment against the ledger. Without `recordedBy` the size is what the views have applied when asked,
 * so that an answer is never refused for the moment between an entry's number and its place in the views.
 * @param needs the views that will answer, all by default: one that halted stands in the way of its own questions only
 * @throws Problem `invalid-moment` (400), `not-yet-recorded` (404), `view-halted` (503), `starting` (503).
 */
export function resolveMoment(context: LedgerContext, asked: AskedMoment, needs?: readonly string[]): ResolvedMoment {
  const asOf = dayOf('asOf', asked.asOf) ?? parseDay(londonDay(context.clock()));
  if (asOf === undefined) throw invalid('asOf', 'The clock of this server names no day.');
  const publicBy = dayOf('publicBy', asked.publicBy);
  const views = context
    .questions()
    .status()
    .filter(({ view }) => needs?.includes(view) ?? true);
  const { size, final } =
    asked.recordedBy === undefined ? newest(context, views) : sizeOf(context, asked.recordedBy, views);
  const moment: Moment = { asOf, size, publicBy };
  return {
    moment,
    final,
    pinned: asked.asOf !== undefined && asked.recordedBy !== undefined,
    answer: (definitions = []) => ({
      ...ledgerMoment(context, size),
      asOf: formatDay(asOf),
      recordedBy: asked.recordedBy ?? null,
      publicBy: publicBy === undefined ? null : formatDay(publicBy),
      definitions,
      final,
      view: views.map(({ view, version }) => `${view}@${version}`).join(' ') || null,
    }),
  };
}

/** How far the ledger's own entries are asked for: no day is part of such a question, and no view answers it. */
export interface ResolvedRecord {
  readonly size: number;
  readonly final: boolean;
  readonly pinned: boolean;
  readonly answer: () => Omit<MomentAnswer, 'asOf'> & { readonly asOf: null };
}

/** Resolves `recordedBy` for a question about entries as they were recorded. Throws what {@link resolveMoment} throws. */
export function resolveRecord(context: LedgerContext, recordedBy: string | undefined): ResolvedRecord {
  const { size, final } = sizeIn(context, recordedBy);
  return {
    size,
    final,
    pinned: recordedBy !== undefined,
    answer: () => ({
      ...ledgerMoment(context, size),
      asOf: null,
      recordedBy: recordedBy ?? null,
      publicBy: null,
      definitions: [],
      final,
      view: null,
    }),
  };
}

function ledgerMoment(
  context: LedgerContext,
  size: number,
): Pick<MomentAnswer, 'ledger' | 'size' | 'lastRecordedAt' | 'root'> {
  const reader = context.reader();
  const lastRecordedAt = size === 0 ? undefined : reader.recordedAt(size - 1);
  return {
    ledger: context.ledger,
    size: String(size),
    lastRecordedAt: lastRecordedAt === undefined ? null : new Date(lastRecordedAt).toISOString(),
    root: Buffer.from(reader.rootAt(size)).toString('base64'),
  };
}

function dayOf(parameter: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw invalid(parameter, `${parameter} is "${text}"; write a day that exists as YYYY-MM-DD.`);
  return day;
}

/** The newest moment that can be answered. A view that halted must not make old answers look like new ones. */
function newest(context: LedgerContext, views: readonly ViewStatus[]): ResolvedSize {
  for (const { view, state } of views) {
    if (state.kind !== 'halted') continue;
    throw new Problem({
      slug: 'view-halted',
      title: 'A view stopped',
      status: 503,
      detail:
        `The view ${view} could not apply entry ${state.sequence}: ${state.reason} ` +
        `Questions up to recordedBy=size:${state.sequence} are answered; for later ones an operator must act.`,
      extensions: { sequence: String(state.sequence) },
    });
  }
  const size = Math.min(context.reader().head().size, ...views.map(({ next }) => next));
  return { size, final: false };
}

function sizeOf(context: LedgerContext, recordedBy: string, views: readonly ViewStatus[]): ResolvedSize {
  const resolved = sizeIn(context, recordedBy);
  const applied = Math.min(...views.map(({ next }) => next));
  // An instant not yet over means "what is held now", which is what the views have applied.
  return resolved.final || resolved.size <= applied ? resolved : newest(context, views);
}

function sizeIn(context: LedgerContext, recordedBy: string | undefined): ResolvedSize {
  try {
    return context.reader().resolve(recordedBy);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'InvalidRecordedBy') throw invalid('recordedBy', error.message);
    if (error.name === 'NotYetRecorded') throw notYetRecorded(error.message);
    throw error;
  }
}

function invalid(parameter: string, detail: string): Problem {
  return new Problem({
    slug: 'invalid-moment',
    title: 'No such moment',
    status: 400,
    detail,
    errors: [{ parameter, detail }],
  });
}

function notYetRecorded(detail: string): Problem {
  return new Problem({ slug: 'not-yet-recorded', title: 'Not yet recorded', status: 404, detail });
}

import { eprFactWords } from '../epr/eprWords';
import type { FactVersion } from '../facts/factVersion';
import { dayAfterClosing } from '../rules/dayAfterClosing';
import type { Verdict } from '../rules/levelRule';
import { plannedWindow } from '../time/plannedWindow';
import { NOT_KNOWN } from '../rules/levelRule';
import { isGoLivePlan } from '../rules/trustPlans';
import type { Day } from '../time/day';

export type FigureMetric = 'in-scope' | CoverageMetric | LatenessMetric | 'plan-published';
type CoverageMetric = 'epr-live' | 'epr-live-or-implementing';
type LatenessMetric = 'late-against-plan' | 'late-against-first-plan';

/** What decided a verdict: the version whose entry number is its `why` (undefined for -1), and the day asked about. */
export interface Deciding {
  readonly fact: FactVersion | undefined;
  readonly day: Day;
}

const isOpen = ({ fact, day }: Deciding): boolean => fact !== undefined && day < dayAfterClosing(fact).latest;

const MET = { 'epr-live': 'An EPR is in use', 'epr-live-or-implementing': 'An EPR is in use or being put in' } as const;
const WHETHER = {
  'epr-live': 'whether an EPR is in use',
  'epr-live-or-implementing': 'whether an EPR is in use or being put in',
} as const;

function scopeReason(level: string, deciding: Deciding): string {
  const { fact } = deciding;
  const closing = fact?.type === 'TrustClosed.v1';
  if (level === 'in') return 'Registered in England, and not closed by this day.';
  if (level === NOT_KNOWN) {
    return `Not known on this day: the record dates its ${closing ? 'closing' : 'opening'} only to a period that this day lies in.`;
  }
  if (!fact) return 'Not open yet on this day.';
  return closing ? 'Closed before this day.' : 'A trust of the NHS in Wales, which is not counted.';
}

function unknownReason(metric: CoverageMetric, deciding: Deciding): string {
  const { fact } = deciding;
  if (!fact) return `Not known: nothing in this record says ${WHETHER[metric]}.`;
  const words = eprFactWords(fact);
  if (isOpen(deciding)) {
    return openReason(words);
  }
  return `Not known: the furthest step recorded is ${words}, which does not say ${WHETHER[metric]}.`;
}

function withdrawalReason(metric: CoverageMetric, fact: FactVersion): string {
  return `Not known: ${eprFactWords(fact)} is recorded, and nothing says ${WHETHER[metric]} elsewhere in the trust.`;
}

/** The facts after which a system is not in use, and which say nothing about another one. */
const ENDS_USE: ReadonlySet<string> = new Set(['EprUseSuspended.v1', 'EprWithdrawn.v1']);

function coverageReason(metric: CoverageMetric, level: string, deciding: Deciding): string {
  const { fact } = deciding;
  const words = fact ? eprFactWords(fact) : 'an entry that this moment cannot see';
  if (level === 'yes') return `${MET[metric]}: ${words} is recorded, and nothing by this day that ends it.`;
  if (level === 'no') return `No, by ${words}; nothing recorded by this day has got further since.`;
  if (fact && ENDS_USE.has(fact.type) && !isOpen(deciding)) return withdrawalReason(metric, fact);
  return unknownReason(metric, deciding);
}

const openReason = (words: string): string =>
  `Not known on this day: the record dates ${words} only to a period that this day lies in.`;

function lateReason(level: string, deciding: Deciding): string {
  const { fact } = deciding;
  if (!fact) return 'Not known: no plan of a go-live is in this record.';
  const words = eprFactWords(fact);
  if (level === 'yes')
    return `Late: the day given by ${words} is over, and nothing by this day says that it went live.`;
  if (level === NOT_KNOWN) {
    return isOpen(deciding)
      ? openReason(words)
      : `Not known: ${words} is the last that is recorded, and nothing says what became of it up to this day.`;
  }
  if (!isGoLivePlan(fact)) return `Not late: ${words} is recorded, and no plan since.`;
  return plannedWindow(fact.data)
    ? `Not late: the day given by ${words} is not over.`
    : `Not late against a day: ${words} gives no new one.`;
}

function planReason(deciding: Deciding): string {
  const { fact } = deciding;
  if (!fact) return 'Not known: no plan is in this record.';
  const words = eprFactWords(fact);
  return isOpen(deciding) ? openReason(words) : `A plan is recorded: ${words}.`;
}

/**
 * Why a trust counts for a metric, does not, or is not known to: which condition, which event, what is missing. One or
 * two sentences without dates or links, which a page adds. Silence is never turned into a "no".
 */
export function reasonFor(metric: FigureMetric, verdict: Verdict, deciding: Deciding): string {
  const { level } = verdict;
  switch (metric) {
    case 'in-scope':
      return scopeReason(level, deciding);
    case 'late-against-plan':
    case 'late-against-first-plan':
      return lateReason(level, deciding);
    case 'plan-published':
      return planReason(deciding);
    default:
      return coverageReason(metric, level, deciding);
  }
}

import { REJECTION_RULES } from '@milepost/domain';
import type { RejectionRule } from '@milepost/domain';
import type { Problem } from '@milepost/platform';
import type { Fault, Target } from './field';

/** What was refused, told beside the fields that are to blame, or above the form where none is. */
export interface Refused {
  readonly faults: readonly Fault[];
  readonly general: readonly string[];
  /** The fact that stands in the way, where there is one. */
  readonly fact: string | undefined;
}

/**
 * Tells a refusal of the desk in the words of a form.
 * @param target where a JSON pointer into the body leads on the form
 */
export function refusedFields(problem: Problem, target: (pointer: string) => Target | undefined): Refused {
  const advice = adviceOf(problem);
  const faults: Fault[] = [];
  const general: string[] = [];
  for (const { pointer, detail } of problem.errors) {
    const found = pointer === undefined ? undefined : target(pointer);
    if (found === undefined) general.push(withAdvice(detail, advice));
    else if (!faults.some(({ at }) => at === found.at)) faults.push({ ...found, text: withAdvice(detail, advice) });
  }
  if (problem.errors.length === 0) general.push(withAdvice(withoutIds(problem.detail), advice));
  const { fact } = problem.extensions;
  return { faults, general: [...new Set(general)], fact: typeof fact === 'string' ? fact : undefined };
}

/** What to do on a page, where the rule's own advice speaks to programs. */
const ON_PAGES: Readonly<Record<string, string>> = {
  'fact-already-recorded': 'Correct the entry that is recorded instead of reporting it again.',
  'assessment-already-recorded': 'Correct the entry that is recorded instead of reporting it again.',
  'epr-step-needs-reason': 'Enter the reason, or report the steps between first.',
  'epr-step-contradicts':
    'Look at the entry that it contradicts. If that is wrong, correct it first; if it is right, check this report and its date.',
  'happened-after-today': 'Report a plan for what lies ahead, and the event itself once it has happened.',
  'reported-after-today': 'Enter the day on which it became public, or select that it becomes public today.',
  'reported-before-it-happened': 'Check both dates. What was announced ahead is a plan.',
  'no-such-date': 'Enter a date that is in the calendar.',
  'precision-contradicts-date': 'Select how exactly you know the date, then enter it.',
  'trust-closed': 'Check the date, or report it for the trust that took over.',
  'trust-not-open-yet': 'Check the date, or report it for the trust that came before.',
  'deployment-reserved': 'Enter another name for the system.',
  'unknown-framework-version': 'Check the version.',
  'unknown-measure': 'Leave it empty.',
  'score-out-of-range': 'Check the score.',
  'assessment-empty': '',
  'statuses-not-scored': '',
  'scores-not-statused': '',
  'nothing-corrected': 'Change what is wrong, or go back if nothing is.',
  'fact-retracted': 'Nothing more can be said about it until it is reinstated.',
  'idempotency-key-reused': 'Go back to the trust, and start the report again.',
  'outcome-unknown':
    'Whether it was recorded is not known, because the event store did not answer in time. Send it again: it is recorded once at most.',
  'written-meanwhile': 'Something else about this trust was recorded at the same moment. Send it again.',
  'not-visible-yet': 'It is recorded, and the pages do not show it yet. Send it again: it is recorded once only.',
  'store-unavailable': 'The event store cannot be reached. Nothing was recorded. Send it again in a moment.',
};

/** Problems that are not of a rule are told wholly in our words. */
const WHOLE: ReadonlySet<string> = new Set([
  'outcome-unknown',
  'written-meanwhile',
  'not-visible-yet',
  'store-unavailable',
]);

interface Advice {
  readonly text: string;
  readonly whole: boolean;
}

function adviceOf({ slug }: Problem): Advice {
  const rule = Object.hasOwn(REJECTION_RULES, slug) ? REJECTION_RULES[slug as RejectionRule].advice : '';
  const text = Object.hasOwn(ON_PAGES, slug) ? (ON_PAGES[slug] ?? '') : rule;
  return { text, whole: WHOLE.has(slug) };
}

function withAdvice(detail: string, { text, whole }: Advice): string {
  return whole ? text : [detail, text].filter((part) => part !== '').join(' ');
}

/** A problem's detail for programs names facts by their ids; a page links to them. */
function withoutIds(detail: string): string {
  return detail
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => !/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.test(sentence))
    .join(' ');
}

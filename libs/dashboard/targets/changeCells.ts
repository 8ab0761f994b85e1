import { decisionOf } from '@milepost/domain';
import type { TargetMove, TargetStep } from '@milepost/domain';
import type { FactView } from '@milepost/views';
import { dateInWords } from '../format/dateInWords';
import { periodInWords } from '../format/periodInWords';
import { slugInWords } from '../format/slugInWords';
import { notes } from '../pages/table';
import type { Cell } from '../pages/table';
import type { SummaryLine } from '../pages/summaryLine';
import { dateOf, shareInWords } from './targetWords';

const LABELS: Readonly<Record<TargetMove['member'], string>> = {
  wording: 'Wording',
  metric: 'Counts',
  population: 'Of',
  threshold: 'Share',
  deadline: 'Date',
  withdrawn: 'Withdrawn',
};

/** What a change moved, from what to what. */
export function movedCell({ fact, moved }: TargetStep<FactView>): Cell {
  if (fact.type === 'TargetWithdrawn.v1') return { text: 'Withdrawn' };
  const shown = moved.filter(({ member }) => member !== 'withdrawn');
  const first = shown.every(({ from }) => from === undefined) && fact.type !== 'ProgrammeEndRevised.v1';
  return {
    text: first ? 'Announced' : 'Changed',
    notes: notes(fact.disputed ? 'Disputed' : undefined, ...shown.map((move) => line(move, first))),
  };
}

function line(move: TargetMove, first: boolean): string {
  const to = inWords(move, move.to);
  const label = LABELS[move.member];
  if (first) return `${label}: ${to}`;
  if (move.member === 'wording') return `${label} now: ${to}`;
  return `${label}: ${move.from === undefined ? 'not named before' : `from ${inWords(move, move.from)}`}, now ${to}`;
}

function inWords({ member }: TargetMove, value: TargetMove['to']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return member === 'metric' ? slugInWords(value) : value;
  return 'window' in value ? dateOf(value) : shareInWords(value);
}

/** Who decided a change, when, why and on what: "Not known" wherever it does not say. */
export function decisionLines(fact: FactView): readonly SummaryLine[] {
  const { authority, decided, reasons, conditions, informedBy } = decisionOf(fact);
  const list = (label: string, texts: readonly string[]): SummaryLine => {
    const [text = 'Not known', ...more] = texts;
    return { label, text, notes: more };
  };
  return [
    { label: 'Decided by', text: authority ?? 'Not known' },
    { label: 'Decided on', text: decided === undefined ? 'Not known' : dateOf(decided) },
    list('Reasons given', reasons),
    list('Conditions', conditions),
    {
      label: 'Informed by',
      text: informedBy === undefined ? 'Not known' : `The position on ${periodInWords(informedBy.asOf)}`,
    },
  ];
}

/** The same in a cell of a table. */
export function decisionCell(fact: FactView): Cell {
  const { authority, decided, reasons, conditions } = decisionOf(fact);
  return {
    text: authority ?? 'Not known',
    notes: notes(
      decided === undefined ? 'Day of the decision not known' : `Decided ${dateInWords(decided.text)}`,
      reasons.length === 0 ? 'Reasons not known' : `Reasons: ${reasons.join('; ')}`,
      conditions.length === 0 ? undefined : `Conditions: ${conditions.join('; ')}`,
    ),
  };
}

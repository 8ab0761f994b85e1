import type { Day } from '@milepost/domain';
import type { FactView } from '@milepost/views';
import { dayInWords } from '../../format/dayInWords';
import { factInWords } from '../../format/eventInWords';
import { occurrenceInWords } from '../../format/occurrenceInWords';
import { withinSentence } from '../../format/withinSentence';
import { isPlan } from '../../pages/isPlan';
import type { Chart } from '../chart';
import type { TimeFigures, TimeRow } from '../drawings/timeRows';
import { marksOf } from './marksOf';
import { timelineFinding } from './timelineFinding';
import { timelineKey } from './timelineKey';

const LEAST_MARGIN = 45;

/**
 * What was reported about one EPR system and what was planned, drawn apart on one scale of time up to the day asked about;
 * undefined where nothing has a day. A table of the same stands beside it.
 */
export function timelineChart(id: string, facts: readonly FactView[], asked: Day): Chart | undefined {
  const rows = [
    ...group('Planned', facts.filter(isPlan)),
    ...group(
      'Reported as happened',
      facts.filter((fact) => !isPlan(fact)),
    ),
  ];
  const days = rows.flatMap(({ marks }) => marks.flatMap(({ from, to }) => [from, to])).filter(Number.isFinite);
  if (days.length === 0) return undefined;
  const [first, last] = [Math.min(...days), Math.max(...days, asked)];
  const margin = Math.max(LEAST_MARGIN, Math.round((last - first) * 0.06));
  const figures = (width: number): TimeFigures => ({
    width,
    from: first - margin,
    to: last + margin,
    rows: rows.map((row) => ({
      ...row,
      marks: row.marks.map((mark) => ({ ...mark, from: Math.max(mark.from, first - margin) })),
    })),
    asked: { day: asked, label: `Position on ${dayInWords(asked)}` },
  });
  return {
    id,
    title: timelineFinding(facts),
    description: `Plans and reports over time. ${rows.map(({ heading, label }) => (heading === undefined ? label : `${heading}: ${label}`)).join('; ')}.`,
    notes: [timelineKey(rows.flatMap(({ marks }) => marks))],
    table: undefined,
    wide: { kind: 'time-rows', figures: figures(840) },
    narrow: { kind: 'time-rows', figures: figures(280) },
  };
}

function group(heading: string, facts: readonly FactView[]): TimeRow[] {
  return facts.map((fact, index) => ({
    heading: index === 0 ? heading : undefined,
    label: labelOf(fact),
    marks: marksOf(fact),
  }));
}

function labelOf(fact: FactView): string {
  const { text, note } = occurrenceInWords(fact.occurrence, fact.window);
  const unknown = fact.occurrence.precision === 'unknown';
  const when = withinSentence(text) + (unknown && note !== undefined ? `, ${note}` : '');
  return `${factInWords(fact.type, fact.data)} (${isPlan(fact) && !unknown ? 'made ' : ''}${when})`;
}

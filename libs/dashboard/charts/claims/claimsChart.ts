import { wholeRecordLink } from '../../pages/wholeRecord';
import { givenFrom } from '../../statements/givenFrom';
import { numberPointers, percentPointers } from '../../statements/givenPointers';
import type { Day } from '@milepost/domain';
import type { FactView } from '@milepost/views';
import { dayInWords } from '../../format/dayInWords';
import { textMember } from '../../format/eventMembers';
import { periodInWords } from '../../format/periodInWords';
import { sourceCell, whenCell } from '../../pages/factCells';
import { NOT_APPLICABLE_CELL, notes } from '../../pages/table';
import type { Cell, Row, Table } from '../../pages/table';
import { givenNumbers, givenPercent, givenReference, givenTargetDate } from '../../statements/givenCells';
import { statementPath } from '../../statements/statementPath';
import type { Visit } from '../../visit/visit';
import type { Chart } from '../chart';
import type { CoverageFigures } from '../drawings/coverageFigures';
import type { TimeFigures, TimeRow } from '../drawings/timeRows';
import { claimsKey } from './claimsKey';
import { endMoves } from './endMoves';
import type { ProgrammeEndMove } from './endMoves';
import { statementParts } from './statementPart';
import type { StatementPart } from './statementPart';

/** Which statements a chart is about, and what it says of them. */
export interface ClaimsSubject {
  readonly id: string;
  readonly what: string;
  readonly metrics: readonly string[];
  readonly finding: (parts: readonly StatementPart[]) => string;
  readonly notes: readonly string[];
}

const MARGIN = 120;
/** A day asked about further than this from what is drawn is told in words, and not drawn. */
const REACH = 400;

/** Targets, moves of the programme's end, claims and forecasts of one measure over time; undefined where there is none to draw. */
export function claimsChart(statements: readonly FactView[], subject: ClaimsSubject, visit: Visit): Chart | undefined {
  const parts = statementParts(statements, subject.metrics);
  if (parts.length === 0) return undefined;
  const moves = endMoves(statements);
  const figures = figuresOf(parts, moves, visit.moment.asOf);
  return {
    id: subject.id,
    title: subject.finding(parts),
    description: descriptionOf(subject, parts, moves),
    notes: [...claimsKey(parts, moves.length > 0), ...subject.notes],
    table: tableOf(parts, moves, subject, visit),
    wide: { kind: 'coverage-over-time', figures },
    narrow: { kind: 'time-rows', figures: rowsOf(parts, moves, figures) },
  };
}

function figuresOf(parts: readonly StatementPart[], moves: readonly ProgrammeEndMove[], asked: Day): CoverageFigures {
  const days = [
    ...parts.flatMap(({ window }) => [window.earliest, window.latest]),
    ...moves.flatMap(({ from, to }) => [from.day, to.day]),
  ];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const near = asked > first - REACH && asked < last + REACH ? [asked] : [];
  const least = Math.min(...parts.map(({ percent }) => percent));
  return {
    from: Math.min(first, ...near) - MARGIN / 2,
    to: Math.max(last, ...near) + MARGIN,
    low: least > 60 ? Math.floor((least - 2) / 2) * 2 : 0,
    high: 100,
    targets: parts
      .filter(({ kind }) => kind === 'target')
      .map((part) => ({
        from: part.window.earliest,
        to: part.window.latest,
        percent: part.percent,
        label: targetLabel(part),
      })),
    moves: moves.map((move) => ({ from: move.from.day, to: move.to.day, label: moveLabel(move) })),
    claims: parts
      .filter(({ kind }) => kind !== 'target')
      .map((part) => ({
        from: part.window.earliest,
        to: part.window.latest,
        percent: part.percent,
        label: claimLabel(part),
        copy: part.copy,
        forecast: part.kind === 'forecast',
      })),
    asked: { day: asked, label: `Position on ${dayInWords(asked)}` },
  };
}

/** The same for a narrow screen, a row each. */
function rowsOf(
  parts: readonly StatementPart[],
  moves: readonly ProgrammeEndMove[],
  { from, to, asked }: CoverageFigures,
): TimeFigures {
  const group = (heading: string, rows: readonly Omit<TimeRow, 'heading'>[]): TimeRow[] =>
    rows.map((row, index) => ({ ...row, heading: index === 0 ? heading : undefined }));
  const of = (kind: StatementPart['kind']): StatementPart[] => parts.filter((part) => part.kind === kind);
  const arrow = (start: Day, end: Day): TimeRow['marks'] => [
    { shape: 'arrow', from: start, to: end, hollow: false, symbol: 'circle' },
  ];
  return {
    width: 320,
    from,
    to,
    asked,
    rows: [
      ...group(
        'Targets: announced, and for when',
        of('target').map((part) => ({
          label: targetLabel(part),
          marks: arrow(part.window.earliest, part.window.latest),
        })),
      ),
      ...group(
        'End of the programme',
        moves.map((move) => ({ label: `Moved ${moveSpan(move)}`, marks: arrow(move.from.day, move.to.day) })),
      ),
      ...group(
        'Claims',
        of('claim').map((part) => ({ label: `${aboutOf(part)}: ${claimLabel(part)}`, marks: [markOf(part)] })),
      ),
      ...group(
        'Forecasts',
        of('forecast').map((part) => ({ label: claimLabel(part), marks: [markOf(part)] })),
      ),
    ],
  };
}

function markOf({ window, copy, kind }: StatementPart): TimeRow['marks'][number] {
  const { earliest: from, latest: to } = window;
  const symbol = kind === 'forecast' ? 'triangle' : 'circle';
  return { shape: from === to ? 'point' : 'range', from, to, hollow: copy, symbol };
}

function targetLabel({ fact }: StatementPart): string {
  const { data } = fact;
  const inProgress = textMember(data, 'metric')?.endsWith('_or_in_progress') ? ', or in progress,' : '';
  return `${givenPercent(data) ?? ''}${inProgress} by ${givenTargetDate(data) ?? ''}`;
}

function claimLabel({ fact, kind, numerator, denominator }: StatementPart): string {
  const { data } = fact;
  const percent = givenPercent(data) ?? '';
  const numbers = givenNumbers(data);
  const said =
    numbers === undefined
      ? percent
      : numerator === undefined
        ? `${percent} ${numbers}`
        : `${numbers}${denominator === undefined ? ' trusts' : ''} (${percent})`;
  return kind === 'forecast' ? `${said}, forecast for ${givenTargetDate(data) ?? 'a day not known'}` : said;
}

function moveSpan({ from, to }: ProgrammeEndMove): string {
  return `from ${periodInWords(from.text)} to ${periodInWords(to.text)}`;
}

function moveLabel(move: ProgrammeEndMove): string {
  return `End of the programme moved ${moveSpan(move)}`;
}

function aboutOf({ fact }: StatementPart): string {
  return givenReference(fact.data) ?? whenCell(fact).text;
}

function descriptionOf(
  { what }: ClaimsSubject,
  parts: readonly StatementPart[],
  moves: readonly ProgrammeEndMove[],
): string {
  const said = (kind: StatementPart['kind'], words: (part: StatementPart) => string): string =>
    parts
      .filter((part) => part.kind === kind)
      .map(words)
      .join('; ') || 'none';
  return [
    `${what} over time.`,
    `Targets: ${said('target', targetLabel)}.`,
    ...moves.map((move) => `${moveLabel(move)}.`),
    `Claims: ${said('claim', (part) => `${aboutOf(part)}, ${claimLabel(part)}${part.copy ? ', seen in a copy' : ''}`)}.`,
    `Forecasts: ${said('forecast', claimLabel)}.`,
  ].join(' ');
}

const KINDS = { target: 'Target', claim: 'Claim', forecast: 'Forecast' } as const;

function tableOf(
  parts: readonly StatementPart[],
  moves: readonly ProgrammeEndMove[],
  { what }: ClaimsSubject,
  visit: Visit,
): Table {
  const { link, moment } = visit;
  const toWhole = wholeRecordLink(visit);
  const said = (fact: FactView, kind: string): Cell => ({
    text: textMember(fact.data, 'wording') ?? 'Wording not known',
    // The chart shows the whole record: what was said later has no page at the day asked about.
    href: (fact.window.latest > moment.asOf ? toWhole : link)(statementPath(fact)),
    notes: notes(kind, `Said ${whenCell(fact).text}`),
  });
  const number = (text: string | undefined, fact: FactView, pointers: readonly string[]): Cell =>
    text === undefined ? { text: 'Not given' } : { text, api: givenFrom(fact, toWhole, ...pointers) };
  const moved = moves.map((move): Row => ({
    cells: [
      { text: periodInWords(move.to.text), notes: [`before: ${periodInWords(move.from.text)}`] },
      said(move.fact, 'End of the programme'),
      NOT_APPLICABLE_CELL,
      NOT_APPLICABLE_CELL,
      sourceCell(move.fact.data),
    ],
  }));
  const stated = parts.map((part): Row => ({
    cells: [
      { text: part.kind === 'claim' ? aboutOf(part) : (givenTargetDate(part.fact.data) ?? 'Not known') },
      said(part.fact, KINDS[part.kind]),
      part.kind === 'target'
        ? NOT_APPLICABLE_CELL
        : number(givenNumbers(part.fact.data), part.fact, numberPointers(part.fact.data)),
      number(givenPercent(part.fact.data), part.fact, percentPointers(part.fact.data)),
      sourceCell(part.fact.data),
    ],
  }));
  return {
    caption: `${what}: the figures of the chart`,
    head: [
      { text: 'About', short: true },
      { text: 'What was said' },
      { text: 'Trusts', numeric: true, short: true },
      { text: 'Percent', numeric: true, short: true },
      { text: 'Source' },
    ],
    rows: [...moved, ...stated],
  };
}

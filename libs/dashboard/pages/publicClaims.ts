import type { FactView } from '@milepost/views';
import { numberMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import { percentInWords } from '../format/percentInWords';
import { periodInWords } from '../format/periodInWords';
import type { Visit } from '../visit/visit';
import { entryCell, sourceNote, whenCell } from './factCells';
import type { Cell, Table } from './table';
import { columns, ENTRY_COLUMN, NOT_APPLICABLE_CELL, notes } from './table';
import { wholeRecord } from './wholeRecord';

const MOST = 200;

export interface PublicClaims {
  readonly targets: Table;
  readonly claims: Table;
  readonly others: Table;
  /** Statements beyond the ones shown here. */
  readonly leftOut: number;
}

/** What was promised and what was claimed in public, oldest first; undefined where the record holds no statement. */
export function publicClaims(visit: Visit): PublicClaims | undefined {
  const { items, total } = visit.questions.facts(wholeRecord(visit), 'statement', 0, MOST);
  if (total === 0) return undefined;
  const oldestFirst = [...items].reverse();
  const partOf = (part: Part): FactView[] => oldestFirst.filter(({ data }) => partFor(data) === part);
  return {
    targets: targetTable(partOf('targets'), visit),
    claims: claimTable(partOf('claims'), visit),
    others: otherTable(partOf('others'), visit),
    leftOut: total - items.length,
  };
}

type Part = 'targets' | 'claims' | 'others';

/** The move of the programme's end is a decision, and stands beside the targets that it is about. */
function partFor(data: EventData): Part {
  const kind = textMember(data, 'kind');
  if (kind === 'target' || textMember(data, 'metric') === 'programme_end') return 'targets';
  return kind === 'claim' || kind === 'forecast' ? 'claims' : 'others';
}

function targetTable(statements: readonly FactView[], visit: Visit): Table {
  return {
    caption: 'Targets and the end of the programme, as announced',
    head: [
      { text: 'Announced', short: true },
      { text: 'What was said' },
      { text: 'Threshold', numeric: true, short: true },
      { text: 'Deadline', short: true },
      ENTRY_COLUMN,
    ],
    rows: statements.map((fact) => ({
      cells: [
        whenCell(fact),
        saidCell(fact.data),
        percentCell(fact.data),
        dateCell(fact.data, 'targetDate'),
        entryCell(fact.sequence, visit.link),
      ],
    })),
  };
}

function claimTable(statements: readonly FactView[], visit: Visit): Table {
  return {
    caption: 'Claims and forecasts, in the words of their speakers',
    head: [
      { text: 'Said', short: true },
      { text: 'What was said' },
      { text: 'Trusts', numeric: true, short: true },
      { text: 'Percent', numeric: true, short: true },
      ENTRY_COLUMN,
    ],
    rows: statements.map((fact) => ({
      cells: [
        whenCell(fact),
        saidCell(fact.data),
        trustsCell(fact.data),
        percentCell(fact.data),
        entryCell(fact.sequence, visit.link),
      ],
    })),
  };
}

function otherTable(statements: readonly FactView[], visit: Visit): Table {
  return {
    caption: 'Decisions and publications',
    head: columns({ text: 'Public', short: true }, 'What was said', ENTRY_COLUMN),
    rows: statements.map((fact) => ({
      cells: [whenCell(fact), saidCell(fact.data), entryCell(fact.sequence, visit.link)],
    })),
  };
}

function saidCell(data: EventData): Cell {
  const refersTo = textMember(data, 'refersTo');
  const end = textMember(data, 'refersToEnd');
  const about = refersTo === undefined ? undefined : periodInWords(refersTo);
  const until = end === undefined ? '' : ` to ${periodInWords(end)}`;
  const forecast = textMember(data, 'kind') === 'forecast' ? 'Forecast' : undefined;
  return {
    text: textMember(data, 'wording') ?? 'Wording not known',
    notes: notes(
      forecast,
      `Speaker: ${textMember(data, 'speaker') ?? 'not known'}`,
      about && `About ${about}${until}`,
      sourceNote(data),
    ),
  };
}

function trustsCell(data: EventData): Cell {
  const numerator = numberMember(data, 'numerator');
  const denominator = numberMember(data, 'denominator');
  if (numerator === undefined)
    return { text: denominator === undefined ? 'Not known' : `of ${numberInWords(denominator)}` };
  return { text: numberInWords(numerator) + (denominator === undefined ? '' : ` of ${numberInWords(denominator)}`) };
}

function percentCell(data: EventData): Cell {
  const low = numberMember(data, 'percentLow');
  const high = numberMember(data, 'percentHigh') ?? low;
  return low === undefined || high === undefined ? { text: 'Not known' } : { text: percentInWords(low, high) };
}

function dateCell(data: EventData, member: string): Cell {
  const date = textMember(data, member);
  return date === undefined ? NOT_APPLICABLE_CELL : { text: periodInWords(date) };
}

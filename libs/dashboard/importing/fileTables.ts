import type { FileNews, FilePlace } from '../desk';
import { capitalised } from '../format/capitalised';
import { dateInWords } from '../format/dateInWords';
import { textMember } from '../format/eventMembers';
import { factInWords } from '../format/eventInWords';
import { numberInWords } from '../format/numberInWords';
import { subjectInWords } from '../format/subjectInWords';
import { factDetails } from '../pages/factCells';
import { columns } from '../pages/table';
import type { Column, Table } from '../pages/table';

const LINE: Column = { text: 'Line', short: true };
/** More than anyone puts right in one go; a file with more has something wrong with all of it. */
const MOST_SHOWN = 100;

/** Rows that are refused, and why. */
export function refusalTable(refusals: readonly FilePlace[]): Table {
  const more =
    refusals.length > MOST_SHOWN ? `, the first ${MOST_SHOWN} of ${numberInWords(refusals.length)} reasons` : '';
  return {
    caption: `What to put right${more}`,
    captionHidden: more === '',
    head: columns(LINE, 'Column', 'Reason'),
    rows: refusals.slice(0, MOST_SHOWN).map(({ line, column, reason }) => ({
      cells: [lineCell(line), { text: column ?? 'The whole row' }, { text: reason }],
    })),
  };
}

/** What else is worth knowing. */
export function noteTable(notes: readonly FilePlace[]): Table {
  return {
    caption: 'Worth knowing',
    head: columns(LINE, 'What'),
    rows: notes.slice(0, MOST_SHOWN).map(({ line, reason }) => ({ cells: [lineCell(line), { text: reason }] })),
  };
}

/** What rows say that is new. */
export function newsTable(news: readonly FileNews[]): Table {
  return {
    caption: 'What is new',
    captionHidden: true,
    head: columns(LINE, 'About', 'What it says', 'When it was true'),
    rows: news.flatMap(({ line, isCorrection, events }) =>
      events.map(({ subject, type, data }) => ({
        cells: [
          lineCell(line),
          { text: subjectInWords(subject) },
          {
            text: `${isCorrection ? 'Correction: ' : ''}${factInWords(type, data)}`,
            notes: [...deployment(data), ...factDetails(data)],
          },
          { text: whenInWords(data) },
        ],
      })),
    ),
  };
}

function deployment(data: FileNews['events'][number]['data']): readonly string[] {
  const name = textMember(data, 'deployment');
  return name === undefined ? [] : [`System ${name}`];
}

function whenInWords(data: FileNews['events'][number]['data']): string {
  const [on, by, precision] = ['occurredOn', 'occurredBy', 'precision'].map((member) => textMember(data, member));
  return capitalised(dateInWords({ on, by, precision }));
}

function lineCell(line: number | undefined) {
  return { text: line === undefined ? 'Not applicable' : String(line) };
}

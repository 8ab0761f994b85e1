import { createHash } from 'node:crypto';
import type { FileOutcome, SentFile } from '../desk';
import { capitalised } from '../format/capitalised';
import { countOf } from '../format/countOf';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import { parseDay } from '@milepost/domain';
import type { FormVisit } from '../forms/formVisit';
import type { Typed } from '../forms/parseForm';
import type { PageView } from '../pages/pageView';
import type { SummaryLine } from '../pages/summaryLine';
import { FILE_FIELDS } from './fileForm';
import type { FileMessage } from './fileForm';
import { FILE_KINDS } from './fileKinds';
import { newsTable, noteTable, refusalTable } from './fileTables';

/** The form of a file, with what was wrong with the last that was sent. A browser never keeps a file in a form: it is chosen again. */
export function filePage(visit: FormVisit, typed: Typed = {}, wrong: readonly FileMessage[] | string = []): PageView {
  const { context, session } = visit;
  const messages = typeof wrong === 'string' ? [] : wrong;
  const errors =
    typeof wrong === 'string'
      ? [{ text: wrong, href: '#file' }]
      : wrong.map(({ field, text }) => ({ text, href: `#${field}` }));
  return {
    template: 'importing/form.njk',
    title: errors.length === 0 ? 'Send a file' : 'Error: Send a file',
    trail: [{ text: 'Milepost', href: `${context.basePath}/` }],
    page: {
      action: actionOf(visit),
      kinds: Object.entries(FILE_KINDS).map(([value, kind]) => ({ value, ...kind })),
      kind: typed['kind'],
      published: {
        day: typed['publishedDay'] ?? '',
        month: typed['publishedMonth'] ?? '',
        year: typed['publishedYear'] ?? '',
      },
      template: `${context.basePath}/api/v1/returns/template.csv`,
      trusts: session.trusts && [...session.trusts].sort().join(', '),
      errors,
      messages: Object.fromEntries(messages.map(({ field, text }) => [field, text])),
    },
  };
}

/**
 * What recording a file would do, before anything is recorded. The page carries the file itself, so that exactly what was looked at is
 * recorded, whatever server the next request reaches and however long it takes; and what it says, so that it is not recorded where
 * something else would come of it by then.
 */
export function checkedPage(
  visit: FormVisit,
  file: SentFile,
  typed: Typed,
  outcome: FileOutcome,
  isAnother: boolean,
): PageView {
  const carried: Typed = { ...typed, outcome: outcomeDigest(outcome) };
  return {
    template: 'importing/checked.njk',
    title: 'Check what this file would record',
    trail: [
      { text: 'Milepost', href: `${visit.context.basePath}/` },
      { text: 'Send a file', href: actionOf(visit) },
    ],
    page: {
      ...shared(visit, file, outcome),
      action: actionOf(visit),
      isAnother,
      hidden: FILE_FIELDS.map((name) => ({ name, value: carried[name] ?? '' })),
      button: outcome.recorded === 0 ? undefined : `Record ${countOf(outcome.recorded, 'row')}`,
    },
  };
}

/** What was recorded of a file. */
export function recordedPage(visit: FormVisit, file: SentFile, outcome: FileOutcome): PageView {
  const trusts = new Set(
    outcome.news.flatMap(({ events }) => events.map(({ subject }) => subject.replace(/^trust-/, ''))),
  );
  const { context } = visit;
  return {
    template: 'importing/recorded.njk',
    title: outcome.stopped === undefined ? 'File recorded' : 'File recorded in part',
    trail: [{ text: 'Milepost', href: `${context.basePath}/` }],
    page: {
      ...shared(visit, file, outcome),
      heading: countOf(outcome.recorded, 'row') + ' recorded',
      trusts: [...trusts]
        .slice(0, 10)
        .map((ods) => ({ text: `Trust ${ods}`, href: `${context.basePath}/trusts/${ods}` })),
      entries: `${context.basePath}/audit`,
    },
  };
}

/** Two outcomes are the same where everything that the page says of them is. */
export function outcomeDigest(outcome: FileOutcome): string {
  return createHash('sha256').update(JSON.stringify(outcome)).digest('base64url');
}

function shared(visit: FormVisit, file: SentFile, outcome: FileOutcome) {
  const { refusals, notes, news, recorded } = outcome;
  return {
    again: actionOf(visit),
    summary: summaryOf(file, outcome),
    stopped: outcome.stopped,
    refused: numberInWords(outcome.refused),
    refusals: refusals.length === 0 ? undefined : refusalTable(refusals),
    news: news.length === 0 ? undefined : newsTable(news),
    newsLeftOut: recorded > news.length ? numberInWords(recorded - news.length) : undefined,
    notes: notes.length === 0 ? undefined : noteTable(notes),
    allThere: outcome.rows > 0 && outcome.skipped === outcome.rows,
  };
}

function summaryOf({ kind, name, publishedOn }: SentFile, outcome: FileOutcome): readonly SummaryLine[] {
  const { rows, recorded, corrected, skipped, nothingToRecord, refused, notReached } = outcome;
  const day = parseDay(publishedOn ?? '');
  const count = (label: string, value: number, ...more: string[]): SummaryLine => ({
    label,
    text: numberInWords(value),
    notes: more,
  });
  return [
    { label: 'File', text: name },
    { label: 'What it holds', text: FILE_KINDS[kind].label },
    {
      label: 'Became public',
      text: day === undefined ? 'As each row says' : capitalised(`${dayInWords(day)}, where a row says nothing else`),
    },
    count('Rows', rows),
    count(
      'New',
      recorded,
      ...(corrected === 0 ? [] : [`${numberInWords(corrected)} of them correct what is recorded`]),
    ),
    count('In the record already', skipped),
    count('Nothing to record', nothingToRecord),
    count('Refused', refused),
    ...(notReached === 0 ? [] : [count('Not reached', notReached)]),
  ];
}

function actionOf({ context }: FormVisit): string {
  return `${context.basePath}/import`;
}

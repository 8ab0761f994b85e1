import { caseFileAt, sizeHeldBy } from '@milepost/views';
import type { BeforeAndAfter, CaseFile, ChronologyItem, GapView } from '@milepost/views';
import type { Finding, TargetState } from '@milepost/domain';
import { dayInWords } from '../format/dayInWords';
import { factInWords } from '../format/eventInWords';
import { textMember } from '../format/eventMembers';
import { sourceInWords } from '../format/sourceInWords';
import { entryLink, publicCell, sourceCell, whenCell } from '../pages/factCells';
import { fromApi } from '../pages/fromApi';
import type { Link, PageView } from '../pages/pageView';
import { notes } from '../pages/table';
import type { Cell, Table } from '../pages/table';
import { claimTable } from '../statements/statementsPage';
import { statementPath } from '../statements/statementPath';
import { downloads } from '../visit/downloads';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { decisionLines } from './changeCells';
import { informedPart } from './informedPart';
import { caseFilePath, dateOnDay, shareOnDay, targetName, targetPath } from './targetWords';
import { noCaseFile } from './unknownTarget';

/**
 * The case file of an extension: every sentence in it stands with the entries that it follows from.
 * @throws Problem `no-case-file` (404).
 */
export function caseFilePage(visit: Visit, id: string): PageView {
  const { questions, moment, link, context } = visit;
  const file = caseFileAt(questions, moment, id, sizeHeldBy(context));
  if (file === undefined) throw noCaseFile(id);
  const name = targetName(file.target);
  const address = link(`/api/v1${caseFilePath(id)}`);
  const { established, contradictions, splits, forecasts } = file.findings;
  const said = (part: string, findings: readonly Finding[]) =>
    findings.map((finding, index) =>
      sentence(finding, file.facts, fromApi(address, `/caseFile/${part}/${index}/sentence`), link),
    );
  return {
    template: 'targets/caseFile.njk',
    title: 'Why the deadline moved',
    trail: [
      { text: 'Milepost', href: link('/') },
      { text: 'Targets and deadlines', href: link('/targets') },
      { text: name, href: link(targetPath(id)) },
    ],
    page: {
      name,
      established: said('established', established),
      changes: changesTable(file, visit),
      decision: [
        { label: 'Announced', ...whenCell(file.extension.fact) },
        { label: 'Public', ...publicCell(file.extension.fact) },
        ...decisionLines(file.extension.fact),
        { label: 'Source', ...sourceCell(file.extension.fact.data) },
      ],
      chronology: chronologyTable(file.chronology, link),
      informed: informedPart(file, address, visit),
      claims:
        file.claims.length === 0
          ? undefined
          : claimTable(
              file.claims.map(({ fact }) => fact),
              visit,
            ),
      contradictions: said('contradictions', contradictions),
      splits: said('splits', splits),
      forecasts: said('forecasts', forecasts),
      gaps: file.gaps.length === 0 ? undefined : gapsTable(file.gaps, link),
      requests: requestsOf(downloads(visit, `/api/v1${caseFilePath(id)}`, {})),
    },
  };
}

/** The table of what is not known is a list of requests, and is named for that. */
function requestsOf([table, lines]: readonly Link[]): readonly Link[] {
  if (table === undefined || lines === undefined) return [];
  return [{ ...table, text: 'Download the list of requests (CSV)' }, lines];
}

/** A sentence, and the way to all that it follows from, each with its source and the kind of it. */
function sentence({ sentence: text, why, statements }: Finding, facts: CaseFile['facts'], api: string, link: PageLink) {
  const entries = [...why]
    .sort((a, b) => a - b)
    .map((sequence) => {
      const source = sourceInWords(facts.get(sequence)?.data ?? {});
      const words = source && [source.text, source.note].filter((part) => part !== undefined).join(', ');
      return { text: `entry ${sequence}`, href: link(`/entries/${sequence}`), source: words };
    });
  const said = statements.map((id) => ({
    text: 'the claim itself',
    href: link(`/statements/${encodeURIComponent(id)}`),
  }));
  return { text, api, entries, said: said.length === 1 ? said : [] };
}

function changesTable({ changes, extension }: CaseFile, { moment, link }: Visit): Table {
  const before = dayInWords(extension.fact.window.earliest - 1);
  return {
    caption: 'Wording, share and date, before and after',
    captionHidden: true,
    head: [{ text: 'Target' }, { text: 'Before' }, { text: 'After' }],
    rows: changes.map((change, index) => ({
      cells: [
        { text: targetName(change.target), href: link(targetPath(change.target.id)) },
        stateCell(change, change.before, index === 0 ? undefined : `On ${before}`),
        stateCell(change, change.after, index === 0 ? undefined : `On ${dayInWords(moment.asOf)}`),
      ],
    })),
  };
}

/** @param when the day that a target is shown for which the change did not move itself */
function stateCell({ target }: BeforeAndAfter, state: TargetState | undefined, when: string | undefined): Cell {
  if (state === undefined) return { text: 'Not set yet', notes: notes(when) };
  return {
    text: dateOnDay(state),
    notes: notes(target.kind === 'programme-end' ? undefined : shareOnDay(state), state.wording.value, when),
  };
}

function chronologyTable(items: readonly ChronologyItem[], link: PageLink): Table {
  return {
    caption: 'What was said and changed, in order',
    captionHidden: true,
    head: [{ text: 'When', short: true }, { text: 'What was said or changed', wide: true }, { text: 'Source' }],
    rows: items.map(({ fact, changes }) => ({
      cells: [
        whenCell(fact),
        fact.type === 'StatementPublished.v1'
          ? {
              text: textMember(fact.data, 'wording') ?? 'Wording not known',
              href: link(statementPath(fact)),
              notes: notes(
                fact.disputed ? 'Disputed' : undefined,
                ...changes.map((change) => changeNote(change, link)),
              ),
            }
          : { text: factInWords(fact.type, fact.data), notes: notes(entryLink(fact.sequence, link)) },
        sourceCell(fact.data),
      ],
    })),
  };
}

function changeNote({ type, data, sequence }: ChronologyItem['fact'], link: PageLink): Link {
  return { text: factInWords(type, data), href: link(`/entries/${sequence}`) };
}

/** What could settle each open question: a list of requests. */
function gapsTable(gaps: readonly GapView[], link: PageLink): Table {
  return {
    caption: 'What is not known',
    captionHidden: true,
    head: [
      { text: 'Question' },
      { text: 'Why it matters' },
      { text: 'Which document would settle it' },
      { text: 'Who would hold it' },
    ],
    rows: gaps.map(({ question, why, document, holder, answeredBy }) => ({
      cells: [
        { text: question, notes: notes(answeredBy && entryLink(answeredBy.sequence, link)) },
        { text: why },
        { text: document },
        { text: holder },
      ],
      ...(answeredBy === undefined ? {} : { mark: 'Evidence attached' }),
    })),
  };
}

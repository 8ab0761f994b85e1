import { extendedTargets, targetAt } from '@milepost/views';
import type { FactView, TargetView } from '@milepost/views';
import { entryCell, publicCell, sourceCell, whenCell } from '../pages/factCells';
import type { PageView } from '../pages/pageView';
import type { SummaryLine } from '../pages/summaryLine';
import { ENTRY_COLUMN } from '../pages/table';
import type { Cell, Table } from '../pages/table';
import { downloads } from '../visit/downloads';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { caseFileDoors } from './caseFileDoors';
import { decisionCell, movedCell } from './changeCells';
import { neededCell } from './neededCell';
import { dateOnDay, shareOnDay, statusInWords, targetName, targetPath } from './targetWords';
import { unknownTarget } from './unknownTarget';

/**
 * One target: what it asks for on the day, how many are missing to it, and every change of it.
 * @throws Problem `unknown-target` (404).
 */
export function targetPage(visit: Visit, id: string): PageView {
  const { questions, moment, link } = visit;
  const target = targetAt(questions, moment, id);
  if (target === undefined) throw unknownTarget(id);
  const name = targetName(target);
  return {
    template: 'targets/target.njk',
    title: name,
    trail: [
      { text: 'Milepost', href: link('/') },
      { text: 'Targets and deadlines', href: link('/targets') },
    ],
    page: {
      name,
      isEnd: target.kind === 'programme-end',
      summary: summaryOf(target, visit),
      doors: caseFileDoors(
        extendedTargets(questions, moment).filter((extended) => extended.id === id),
        link,
      ),
      changes: changesTable(target, link),
      downloads: downloads(visit, `/api/v1${targetPath(id)}`, {}),
    },
  };
}

function summaryOf(target: TargetView, { link }: Visit): readonly SummaryLine[] {
  const { state, status, kind } = target;
  const date = { label: kind === 'programme-end' ? 'Ends' : 'Date', text: dateOnDay(state) };
  if (kind === 'programme-end') return [date];
  const address = link(`/api/v1${targetPath(target.id)}`);
  return [
    { label: 'Status', text: statusInWords(status) },
    { label: 'Wording', text: state.wording.value ?? 'Not known' },
    { label: 'Counts', text: state.population.value ?? 'Not known' },
    { label: 'Share', text: shareOnDay(state) },
    date,
    { label: 'Still needed', ...neededCell(target, link, address, '/target') },
  ];
}

/** When it was announced, and how that became public. */
function announcedCell(fact: FactView): Cell {
  const { text, notes: lines = [] } = whenCell(fact);
  const { text: day, notes: how = [] } = publicCell(fact);
  return { text, notes: [...lines, ...(day === text ? [] : [`Public ${day}`]), ...how] };
}

function changesTable({ steps }: TargetView, link: PageLink): Table {
  return {
    caption: 'How it was set and changed',
    captionHidden: true,
    head: [
      { text: 'Announced', short: true },
      { text: 'What changed', wide: true },
      { text: 'Decided by' },
      { text: 'Source' },
      ENTRY_COLUMN,
    ],
    rows: steps.map((step) => ({
      cells: [
        announcedCell(step.fact),
        movedCell(step),
        decisionCell(step.fact),
        sourceCell(step.fact.data),
        entryCell(step.fact.sequence, link),
      ],
      ...(step.extension ? { mark: 'Extended' } : {}),
    })),
  };
}

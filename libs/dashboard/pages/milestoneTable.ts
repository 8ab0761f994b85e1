import type { FactView } from '@milepost/views';
import type { Visit } from '../visit/visit';
import { entryCell, publicCell, sourceNote, whatCell, whenCell } from './factCells';
import { columns, ENTRY_COLUMN } from './table';
import type { Cell, Table } from './table';

type Milestone = FactView & { readonly ods: string; readonly name: string };

/** EPR milestones of all trusts, in the order given. */
export function milestoneTable(milestones: readonly Milestone[], { link }: Pick<Visit, 'link'>): Table {
  return {
    caption: 'EPR milestones, newest first',
    captionHidden: true,
    head: columns('When', 'Trust', 'What', 'Public', ENTRY_COLUMN),
    rows: milestones.map((fact) => ({
      cells: [
        whenCell(fact),
        trustCell(fact, link),
        whatCell(fact, sourceNote(fact.data)),
        publicCell(fact),
        entryCell(fact.sequence, link),
      ],
    })),
  };
}

function trustCell({ ods, name, subject }: Milestone, link: Visit['link']): Cell {
  if (!subject.startsWith('trust-')) return { text: name || 'A shared programme', notes: ['shared programme'] };
  return { text: name, href: link(`/trusts/${ods}`), notes: [ods] };
}

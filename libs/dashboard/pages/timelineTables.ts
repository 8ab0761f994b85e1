import type { FactView } from '@milepost/views';
import { textMember } from '../format/eventMembers';
import type { Visit } from '../visit/visit';
import { entryCell, publicCell, sourceCell, whatCell, whenCell } from './factCells';
import { isPlan } from './isPlan';
import { columns, ENTRY_COLUMN } from './table';
import type { Table } from './table';

/**
 * What was reported as happened, and what was planned, kept apart; undefined where there is none of it. A system that is called as
 * another one is named by its short name.
 */
export function timelineTables(
  facts: readonly FactView[],
  alike: ReadonlySet<string>,
  visit: Visit,
): { readonly reports: Table | undefined; readonly plans: Table | undefined } {
  const plans = facts.filter(isPlan);
  const reports = facts.filter((fact) => !isPlan(fact));
  return {
    reports: timeline('What was reported as happened, oldest first', 'When', reports, alike, visit),
    plans: timeline('Plans and postponements, oldest first', 'Made', plans, alike, visit),
  };
}

function timeline(
  caption: string,
  when: string,
  facts: readonly FactView[],
  alike: ReadonlySet<string>,
  { link }: Visit,
): Table | undefined {
  if (facts.length === 0) return undefined;
  const shortName = ({ data }: FactView): string | undefined => {
    const deployment = textMember(data, 'deployment');
    return deployment !== undefined && alike.has(deployment) ? deployment : undefined;
  };
  return {
    caption,
    head: columns(when, 'What', 'Public', 'Source', ENTRY_COLUMN),
    rows: facts.map((fact) => ({
      cells: [
        whenCell(fact),
        whatCell(fact, shortName(fact)),
        publicCell(fact),
        sourceCell(fact.data),
        entryCell(fact.sequence, link),
      ],
    })),
  };
}

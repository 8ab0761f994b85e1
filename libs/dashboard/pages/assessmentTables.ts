import type { AssessmentView } from '@milepost/views';
import { measureInWords } from '../format/measureInWords';
import { scoreInWords } from '../format/scoreInWords';
import { slugInWords } from '../format/slugInWords';
import type { Visit } from '../visit/visit';
import { assessmentGroups, measuresOf } from './assessmentGroups';
import { entryCell, publicCell } from './factCells';
import { fromApi, pointerPart } from './fromApi';
import type { Cell, Row, Table } from './table';
import { NOT_KNOWN_CELL } from './table';

/** An assessment, and its place in the interface's answer. */
type Placed = AssessmentView & { readonly api: string };

/**
 * One table for each framework and care setting: measures down, the framework's versions across.
 * @param address where the interface gives these assessments, in this order
 */
export function assessmentTables(
  assessments: readonly AssessmentView[],
  address: string,
  visit: Visit,
): readonly Table[] {
  const placed = assessments.map((assessment, index): Placed => ({
    ...assessment,
    api: fromApi(address, `/items/${index}/scores`),
  }));
  return assessmentGroups(placed).map((group) => assessmentTable(group, visit));
}

function assessmentTable(group: readonly Placed[], { link }: Visit): Table {
  const [first] = group;
  return {
    caption: `${slugInWords(first?.careSetting ?? '')}: ${first?.framework ?? ''} scores`,
    plain: group.length <= 2,
    head: [
      { text: 'Measure' },
      ...group.map(({ frameworkVersion, restated }) => ({
        text: `${frameworkVersion}${restated ? ' (restated)' : ''}`,
        numeric: true,
      })),
    ],
    rows: [
      ...measuresOf(group).map((measure): Row => ({
        cells: [{ text: measureInWords(measure) }, ...scores(group, measure)],
      })),
      row('Assurance', group, ({ assurance }) => ({ text: slugInWords(assurance) })),
      row('Public', group, ({ fact }) => publicCell(fact)),
      row('Entry', group, ({ fact }) => entryCell(fact.sequence, link)),
    ],
  };
}

function row(label: string, group: readonly AssessmentView[], cell: (assessment: AssessmentView) => Cell): Row {
  return { cells: [{ text: label }, ...group.map(cell)] };
}

function scores(group: readonly Placed[], measure: string): readonly Cell[] {
  return group.map(({ scores: all, api }) => {
    const score = all[measure];
    const cell = score === undefined ? NOT_KNOWN_CELL : { text: scoreInWords(score) };
    return { ...cell, api: `${api}/${pointerPart(measure)}` };
  });
}

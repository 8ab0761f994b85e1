import type { AssessmentView } from '@milepost/views';
import { measureInWords } from '../format/measureInWords';
import { scoreInWords } from '../format/scoreInWords';
import { slugInWords } from '../format/slugInWords';
import type { Visit } from '../visit/visit';
import { entryCell, publicCell } from './factCells';
import type { Cell, Row, Table } from './table';
import { NOT_KNOWN_CELL } from './table';

/** The order in which the Digital Maturity Assessment publishes its measures; others follow as the assessments name them. */
const ORDER = [
  'overall_comparable',
  'well_led',
  'ensure_smart_foundations',
  'safe_practice',
  'support_workforce',
  'empower_people',
  'improve_care',
  'healthy_populations',
];

/** One table for each framework and care setting: measures down, the framework's versions across. */
export function assessmentTables(assessments: readonly AssessmentView[], visit: Visit): readonly Table[] {
  const groups = new Map<string, AssessmentView[]>();
  for (const assessment of assessments) {
    const key = `${assessment.framework} ${assessment.careSetting}`;
    groups.set(key, [...(groups.get(key) ?? []), assessment]);
  }
  return [...groups.values()].map((group) => assessmentTable(group, visit));
}

function assessmentTable(unsorted: readonly AssessmentView[], { link }: Visit): Table {
  const group = [...unsorted].sort((a, b) => a.frameworkVersion.localeCompare(b.frameworkVersion, 'en'));
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

function scores(group: readonly AssessmentView[], measure: string): readonly Cell[] {
  return group.map(({ scores: all }) => {
    const score = all[measure];
    return score === undefined ? NOT_KNOWN_CELL : { text: scoreInWords(score) };
  });
}

function measuresOf(group: readonly AssessmentView[]): readonly string[] {
  const all = [...new Set(group.flatMap(({ scores: own }) => Object.keys(own)))];
  return [...ORDER.filter((measure) => all.includes(measure)), ...all.filter((measure) => !ORDER.includes(measure))];
}

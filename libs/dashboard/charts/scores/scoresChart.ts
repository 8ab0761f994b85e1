import { FRAMEWORKS } from '@milepost/domain';
import type { AssessmentView } from '@milepost/views';
import { countOf } from '../../format/countOf';
import { measureInWords } from '../../format/measureInWords';
import { scoreInWords } from '../../format/scoreInWords';
import { slugInWords } from '../../format/slugInWords';
import { measuresOf } from '../../pages/assessmentGroups';
import type { Chart } from '../chart';
import type { DotRow } from '../drawings/dotRows';

/** A trust's scores in one care setting, the framework's last two versions beside each other; undefined where there is none, or no scale. */
export function scoresChart(group: readonly AssessmentView[]): Chart | undefined {
  const later = group.at(-1);
  const earlier = group.at(-2);
  const framework = later && FRAMEWORKS[later.framework];
  if (!later || !framework) return undefined;
  const shown = earlier ? [earlier, later] : [later];
  const rows = measuresOf(shown).map((measure) => rowOf(measure, earlier, later));
  if (rows.length === 0) return undefined;
  return {
    id: `scores-${later.framework}-${later.careSetting}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: `${slugInWords(later.careSetting)}: ${findingOf(rows, later)}`,
    description: `Scores from ${String(framework.lowest)} to ${String(framework.highest)}. ${rows.map(inWords).join('; ')}.`,
    notes: [
      earlier
        ? `Hollow: ${versionOf(earlier)}. Filled: ${versionOf(later)}.`
        : `Filled: ${versionOf(later)}, the only year in this record.`,
    ],
    table: undefined,
    wide: undefined,
    narrow: { kind: 'dot-rows', figures: { low: framework.lowest, high: framework.highest, rows } },
  };
}

function versionOf({ frameworkVersion, restated }: AssessmentView): string {
  return `${frameworkVersion}${restated ? ', as restated' : ''}`;
}

function rowOf(measure: string, before: AssessmentView | undefined, after: AssessmentView): DotRow {
  const earlier = before?.scores[measure];
  const later = after.scores[measure];
  const named = (version: string, score: number | undefined): string =>
    score === undefined
      ? ''
      : earlier === undefined || later === undefined
        ? scoreInWords(score)
        : `${version}: ${scoreInWords(score)}`;
  return {
    label: measureInWords(measure),
    earlier,
    later,
    earlierLabel: named(before?.frameworkVersion ?? '', earlier),
    laterLabel: named(after.frameworkVersion, later),
  };
}

/** `overall (comparable) rose from 3.10 to 3.64`, of the first measure that both versions have. */
function findingOf(rows: readonly DotRow[], { frameworkVersion }: AssessmentView): string {
  const both = rows.find(({ earlier, later }) => earlier !== undefined && later !== undefined);
  if (both?.earlier === undefined || both.later === undefined)
    return `${countOf(rows.length, 'measure')} scored in ${frameworkVersion}`;
  const [from, to] = [scoreInWords(both.earlier), scoreInWords(both.later)];
  const name = both.label.toLowerCase();
  if (both.earlier === both.later) return `${name} stayed at ${to}`;
  return `${name} ${both.later > both.earlier ? 'rose' : 'fell'} from ${from} to ${to}`;
}

function inWords({ label, earlierLabel, laterLabel }: DotRow): string {
  return `${label}: ${[earlierLabel, laterLabel].filter((text) => text !== '').join(', ')}`;
}

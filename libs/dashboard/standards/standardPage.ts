import { isWithdrawn, parseDay, versionAsked } from '@milepost/domain';
import type { StandardDefinition, StandardVersion } from '@milepost/domain';
import type { StandardView } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { slugInWords } from '../format/slugInWords';
import { entryCell } from '../pages/factCells';
import { RECORD_ONLY } from '../pages/figuresInWords';
import type { PageView } from '../pages/pageView';
import type { SummaryLine } from '../pages/summaryLine';
import { NOT_APPLICABLE_CELL } from '../pages/table';
import type { Table } from '../pages/table';
import type { Visit } from '../visit/visit';
import { conditionTree } from './conditionTree';
import { standardFigurePart } from './standardFigurePart';
import { standardPath } from './standardPath';
import { unknownStandard } from './unknownStandard';

export const STANDARD_PARAMETERS = ['version'] as const;

/**
 * A standard's version in words: its levels, what each takes, how it counts, and the figure that it comes to; beside it its
 * other versions. Without a version asked for, the one in force, else the one published last.
 * @throws Problem `unknown-standard`, `unknown-standard-version` (404)
 */
export function standardPage(visit: Visit, id: string): PageView {
  const { questions, moment, link, query, context } = visit;
  const standard = questions.standards.all(moment).find((one) => one.id === id);
  if (!standard) throw unknownStandard(id);
  const asked = query['version'];
  const version =
    asked === undefined
      ? (standard.inForce ?? standard.versions.at(-1))
      : versionAsked(standard.versions, asked, moment.asOf);
  if (!version) throw unknownStandard(id, asked);
  const { definition } = version;
  return {
    template: 'standards/standard.njk',
    title: definition.title,
    trail: [
      { text: 'Milepost', href: link('/') },
      { text: 'Standards', href: link('/standards') },
    ],
    page: {
      name: definition.title,
      isIllustration: definition.purpose === 'illustration',
      caution: context.kind === 'public-record' && definition.purpose === 'standard' ? RECORD_ONLY : undefined,
      description: definition.description,
      summary: summaryOf(version, standard, visit),
      levels: levelsOf(definition),
      rules: Object.entries(definition.rules ?? {}).map(([name, rule]) => ({ name, condition: conditionTree(rule) })),
      figure: standardFigurePart(id, definition, visit),
      versions: versionsTable(standard, visit),
    },
  };
}

/** Highest first, as they are looked at. */
function levelsOf({ levels }: StandardDefinition) {
  return levels
    .map(({ name, title, when }) => ({ name: title ?? name, condition: when && conditionTree(when) }))
    .reverse();
}

const ROLL_UPS: Readonly<Record<string, string>> = {
  all: 'In all care settings',
  lowest: 'In the lowest care setting',
  any: 'In any care setting',
  mean: 'On average over care settings',
};
const OVER: Readonly<Record<string, string>> = {
  assessed: ' that were assessed',
  provided: ' that the trust is recorded as providing',
};
const POLICIES: Readonly<Record<string, string>> = {
  any: 'Yes: the best of what the trusts that came together had counts',
  all: 'Yes: the worst of what the trusts that came together had counts',
  'acquirer-only': 'No: only what is recorded of the trust itself counts',
};

function summaryOf(version: StandardVersion, { shipped, inForce }: StandardView, { moment }: Visit): SummaryLine[] {
  const { definition, withdrawn } = version;
  const { rollUp, mergerPolicy, scope, metFrom, levels, authority } = definition;
  const met = levels.find(({ name }) => name === (metFrom ?? levels[1]?.name));
  return [
    { label: 'Version', text: definition.version },
    { label: 'In force from', text: dayInWords(parseDay(definition.effectiveFrom) ?? 0) },
    ...(withdrawn && isWithdrawn(version, moment.asOf)
      ? [{ label: 'Withdrawn by', text: dayInWords(withdrawn.window.latest) }]
      : []),
    { label: 'In force on this day', text: inForce === version ? 'Yes' : 'No' },
    { label: 'Published', text: shipped ? 'Comes with Milepost' : (authority ?? 'By the programme') },
    { label: 'Met from level', text: met?.title ?? met?.name ?? 'Not known' },
    { label: 'Assessments count', text: `${ROLL_UPS[rollUp.by] ?? ''}${OVER[rollUp.over] ?? ''}` },
    { label: 'What predecessors had is inherited', text: POLICIES[mergerPolicy] ?? mergerPolicy },
    {
      label: 'About',
      text: scope
        ? `Trusts counted of these types: ${scope.types.map((type) => slugInWords(type)).join(', ')}`
        : 'All trusts counted on the day',
    },
  ];
}

function versionsTable({ id, versions, inForce }: StandardView, { link, moment }: Visit): Table {
  return {
    caption: 'Versions',
    captionHidden: true,
    head: [
      { text: 'Version', short: true },
      { text: 'In force from' },
      { text: 'Published' },
      { text: 'Entry', short: true },
    ],
    rows: versions.map((version) => {
      const { definition, published } = version;
      const from = dayInWords(parseDay(definition.effectiveFrom) ?? 0);
      return {
        cells: [
          { text: definition.version, href: link(standardPath(id), { version: definition.version }) },
          { text: isWithdrawn(version, moment.asOf) ? `${from}, withdrawn since` : from },
          published ? { text: dayInWords(published.publicOn) } : { text: 'Comes with Milepost' },
          published ? entryCell(published.sequence, link) : NOT_APPLICABLE_CELL,
        ],
        ...(version === inForce ? { mark: 'In force' } : {}),
      };
    }),
  };
}

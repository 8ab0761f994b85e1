import { besideClaim } from '@milepost/views';
import type { BesideClaim, FactView } from '@milepost/views';
import { numberMember, objectMember, objectsMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { numberInWords } from '../format/numberInWords';
import { percentInWords } from '../format/percentInWords';
import { slugInWords } from '../format/slugInWords';
import { publicCell, sourceCell, whenCell } from '../pages/factCells';
import type { PageView } from '../pages/pageView';
import type { SummaryLine } from '../pages/summaryLine';
import { columns } from '../pages/table';
import type { Note, Table } from '../pages/table';
import { downloads } from '../visit/downloads';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { besideCell } from './besideCell';
import { givenFrom } from './givenFrom';
import { numberPointers, percentPointers, poundsPointers } from './givenPointers';
import { givenNumbers, givenPercent, givenPounds, givenReference, givenTargetDate } from './givenCells';
import { statementPath } from './statementPath';
import { unknownStatement } from './unknownStatement';

/**
 * A public statement in its own words and numbers, and what the record can show for the days that it is about.
 * @throws Problem `unknown-statement` (404).
 */
export function statementPage(visit: Visit, id: string): PageView {
  const { questions, moment, link } = visit;
  const fact = questions.factsAbout(moment, 'statement', id).find(({ type }) => type === 'StatementPublished.v1');
  if (!fact) throw unknownStatement(id);
  const wording = textMember(fact.data, 'wording') ?? 'Wording not known';
  return {
    template: 'statement.njk',
    title: wording,
    trail: [
      { text: 'Milepost', href: link('/') },
      { text: 'Public claims', href: link('/statements') },
    ],
    page: {
      wording,
      kind: slugInWords(textMember(fact.data, 'kind') ?? 'statement'),
      disputed: fact.disputed,
      summary: summaryOf(fact, visit),
      parts: partsTable(fact, link),
      sum: sumOf(fact, link),
      beside: besideOf(fact, besideClaim(questions, moment, fact), visit),
      entry: { text: `Entry ${fact.sequence}`, href: link(`/entries/${fact.sequence}`) },
      downloads: downloads(visit, `/api/v1${statementPath(fact)}`, {}),
    },
  };
}

/** Every member that was given, in a fixed order. */
function summaryOf(fact: FactView, { link }: Visit): readonly SummaryLine[] {
  const { data } = fact;
  const supersedes = textMember(data, 'supersedes');
  const line = (label: string, text: string | undefined, pointers: readonly string[] = []): readonly SummaryLine[] =>
    text === undefined
      ? []
      : [{ label, text, ...(pointers.length > 0 && { api: givenFrom(fact, link, ...pointers) }) }];
  return [
    { label: 'Speaker', text: textMember(data, 'speaker') ?? 'Not known' },
    ...line('Audience', textMember(data, 'audience')),
    { label: 'Said', ...whenCell(fact) },
    { label: 'Public', ...publicCell(fact) },
    { label: 'Refers to', text: givenReference(data) ?? 'Not given' },
    ...line('Counts', textMember(data, 'population')),
    ...line('Number given', givenNumbers(data), numberPointers(data)),
    ...line('Percentage given', givenPercent(data), percentPointers(data)),
    ...line('Those numbers in percent', computedPercent(data), computedPointers(data)),
    ...line('Amount given', givenPounds(data), poundsPointers(data)),
    ...line('Date given', givenTargetDate(data)),
    ...(supersedes === undefined
      ? []
      : [{ label: 'Corrects', text: supersedes, href: link(`/statements/${encodeURIComponent(supersedes)}`) }]),
    { label: isCopy(data) ? 'Copy of' : 'Source', ...sourceCell(data) },
  ];
}

/** Seen in a copy only: what it copies is named, and neither is linked. */
function isCopy(data: EventData): boolean {
  return textMember(objectMember(data, 'source') ?? {}, 'kind') === 'copy';
}

/** What the two numbers given come to, so that it can be held against the percentage given. */
function computedPercent(data: EventData): string | undefined {
  const numerator = numberMember(data, 'numerator');
  const denominator = numberMember(data, 'denominator');
  if (numerator === undefined || denominator === undefined || denominator === 0) return undefined;
  const percent = (100 * numerator) / denominator;
  return `${numberInWords(numerator)} of ${numberInWords(denominator)} is ${percentInWords(percent, percent)}`;
}

function computedPointers(data: EventData): readonly string[] {
  const [numerator = '', denominator = ''] = numberPointers(data);
  return [numerator, denominator, numerator, `%${denominator}`];
}

function partsTable(fact: FactView, link: PageLink): Table | undefined {
  const parts = objectsMember(fact.data, 'parts');
  if (parts.length === 0) return undefined;
  return {
    caption: 'Parts, as given',
    plain: true,
    head: columns('Part', { text: 'Number', numeric: true }),
    rows: parts.map((part, index) => {
      const count = numberMember(part, 'count');
      const text = count === undefined ? (textMember(part, 'size') ?? 'Not given') : numberInWords(count);
      const api = givenFrom(fact, link, `/data/parts/${index}/${count === undefined ? 'size' : 'count'}`);
      return { cells: [{ text: textMember(part, 'label') ?? 'Not known' }, { text, api }] };
    }),
  };
}

/** What the parts add up to, where that is a number that the statement itself gives. */
function sumOf(fact: FactView, link: PageLink): Note | undefined {
  const { data } = fact;
  const counts = objectsMember(data, 'parts').map((part) => numberMember(part, 'count'));
  if (counts.length < 2 || counts.some((count) => count === undefined)) return undefined;
  const sum = counts.reduce<number>((total, count = 0) => total + count, 0);
  const given = [numberMember(data, 'numerator'), numberMember(data, 'denominator')];
  if (!given.includes(sum)) return undefined;
  const added = counts.map((_, index) => `${index === 0 ? '' : '+'}/data/parts/${index}/count`);
  return { text: `The parts add up to the ${numberInWords(sum)} given.`, api: givenFrom(fact, link, ...added) };
}

function besideOf(fact: FactView, beside: BesideClaim, visit: Visit) {
  const { text, api, notes = [] } = besideCell(fact, beside, visit);
  return { text, api, notes };
}

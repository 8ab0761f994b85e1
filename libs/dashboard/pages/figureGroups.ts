import { Problem } from '@milepost/platform';
import type { FigureAnswer, FigureMetric, GroupBy } from '@milepost/views';
import { numberInWords } from '../format/numberInWords';
import { slugInWords } from '../format/slugInWords';
import type { Visit } from '../visit/visit';
import { fromApi } from './fromApi';
import type { Link } from './pageView';
import type { Table } from './table';

const GROUPINGS: Readonly<Record<GroupBy, string>> = { region: 'region', icb: 'integrated care board', type: 'type' };

/** Which groups a page's address asks for; regions without a word. @throws Problem `invalid-request` (400) */
export function groupingOf(text: string | undefined): GroupBy {
  if (text === undefined) return 'region';
  if (Object.hasOwn(GROUPINGS, text)) return text as GroupBy;
  const detail = 'Trusts are grouped by region, icb or type.';
  throw new Problem({ slug: 'invalid-request', title: 'Invalid request', status: 400, detail });
}

/** Links to the other groups. */
export function groupings(metric: FigureMetric, by: GroupBy, { link }: Visit): readonly Link[] {
  return (Object.keys(GROUPINGS) as GroupBy[])
    .filter((other) => other !== by)
    .map((other) => ({
      text: `See it by ${GROUPINGS[other]}`,
      href: `${link(`/figures/${metric}`, { by: other })}#groups`,
    }));
}

/** The figure by group; undefined where no trust is counted. */
export function groupTable({ metric, groups = [] }: FigureAnswer, by: GroupBy, visit: Visit): Table | undefined {
  if (groups.length === 0) return undefined;
  const { link } = visit;
  const nameOf = namesOf(by, visit);
  const address = link(`/api/v1/figures/${metric}`, { by });
  const number = (count: number, at: number, member: string) => ({
    text: numberInWords(count),
    api: fromApi(address, `/figure/groups/${at}/${member}`),
  });
  const inScope = metric === 'in-scope';
  return {
    caption: `By ${GROUPINGS[by]}`,
    captionHidden: true,
    head: [
      { text: GROUPINGS[by].charAt(0).toUpperCase() + GROUPINGS[by].slice(1) },
      ...(inScope ? [] : [{ text: 'Yes', numeric: true }]),
      { text: 'Not known', numeric: true },
      { text: 'Trusts counted', numeric: true },
    ],
    plain: true,
    rows: groups.map(({ group, numerator, denominator, notKnown }, at) => ({
      cells: [
        { text: group === undefined ? 'Not known' : nameOf(group) },
        ...(inScope ? [] : [number(numerator, at, 'numerator')]),
        number(notKnown, at, 'notKnown'),
        number(denominator, at, 'denominator'),
      ],
    })),
  };
}

/** What the groups of a kind are called; by their code where the record has no name. */
export function namesOf(by: GroupBy, { questions, moment }: Visit): (group: string) => string {
  if (by === 'type') return (group) => slugInWords(group);
  const boards = questions.icbs(moment);
  const names = new Map(
    boards.map(({ code, name, region, regionName }) => (by === 'icb' ? [code, name] : [region, regionName])),
  );
  return (group) => names.get(group) ?? group;
}

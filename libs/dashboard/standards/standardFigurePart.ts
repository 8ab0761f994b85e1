import type { StandardDefinition } from '@milepost/domain';
import type { Figure } from '@milepost/views';
import { dayInWords } from '../format/dayInWords';
import { numberInWords } from '../format/numberInWords';
import { percentInWords } from '../format/percentInWords';
import { fromApi } from '../pages/fromApi';
import type { Cell, Table } from '../pages/table';
import { downloads } from '../visit/downloads';
import type { Visit } from '../visit/visit';
import { meetsInWords } from './meetsInWords';
import { standardMetric } from './standardPath';

/**
 * What a version comes to on the day, overall and by region: all that there is of an illustration. Of a standard the trusts
 * behind it are a link away.
 */
export function standardFigurePart(id: string, definition: StandardDefinition, visit: Visit) {
  const { questions, moment, link } = visit;
  const metric = standardMetric(id, definition.version);
  const address = link(`/api/v1/figures/${metric}`, { by: 'region' });
  const figure = questions.standards.figure(moment, definition, 'region');
  const names = new Map(questions.icbs(moment).map(({ region, regionName }) => [region, regionName]));
  const hasMembers = definition.purpose === 'standard';
  return {
    sentence: meetsInWords(figure, dayInWords(moment.asOf), address),
    regions: regionsTable(figure.groups ?? [], names, address),
    members: hasMembers ? link(`/figures/${metric}`) : undefined,
    downloads: downloads(visit, `/api/v1/figures/${metric}`, { by: 'region' }),
  };
}

type Groups = readonly (Figure & { readonly group: string | undefined })[];

function regionsTable(groups: Groups, names: ReadonlyMap<string, string>, address: string): Table | undefined {
  if (groups.length === 0) return undefined;
  const numeric = (text: string) => ({ text, numeric: true });
  return {
    caption: 'By region on the day',
    head: [{ text: 'Region' }, ...['Meets it', 'Not known', 'Trusts counted', 'Share'].map(numeric)],
    rows: groups.map((figure, index) => {
      const at = `/figure/groups/${index}`;
      const number = (value: number, member: string): Cell => ({
        text: numberInWords(value),
        api: fromApi(address, `${at}/${member}`),
      });
      return {
        cells: [
          { text: figure.group === undefined ? 'Not known' : (names.get(figure.group) ?? figure.group) },
          number(figure.numerator, 'numerator'),
          number(figure.notKnown, 'notKnown'),
          number(figure.denominator, 'denominator'),
          shareCell(figure, address, at),
        ],
      };
    }),
  };
}

function shareCell({ percentLow, percentHigh }: Figure, address: string, at: string): Cell {
  if (percentLow === undefined || percentHigh === undefined) return { text: 'Not applicable' };
  const text = percentInWords(percentLow, percentHigh);
  const ends = text.includes(' to ') ? ['percentLow', 'percentHigh'] : ['percentLow'];
  return { text, api: fromApi(address, ...ends.map((end) => `${at}/${end}`)) };
}

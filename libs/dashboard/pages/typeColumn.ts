import type { TrustRow } from '@milepost/views';
import { asObject, objectMember, textMember } from '../format/eventMembers';
import { slugInWords } from '../format/slugInWords';
import type { Visit } from '../visit/visit';
import type { Cell } from './table';

/** A column of trusts' types: its heading, and a cell for each. */
export interface TypeColumn {
  readonly heading: string;
  readonly cellOf: (trust: TrustRow) => Cell;
}

/**
 * Most types are known from a dated list, which says what a trust was when the list was made and nothing about later. So its year
 * is said: in the heading where it is that of every type shown, else beside each.
 */
export function typeColumn(trusts: readonly TrustRow[], visit: Pick<Visit, 'context'>): TypeColumn {
  const known = trusts.filter(({ type }) => type.value !== undefined);
  const years = new Map(known.map(({ type }) => [type.why, yearOfList(type.why, visit)]));
  const [year, ...others] = new Set(years.values());
  const isShared = year !== undefined && others.length === 0;
  return {
    heading: isShared ? `Type in ${year}` : 'Type',
    cellOf: ({ type: { value, why } }) => {
      if (value === undefined) return { text: 'Not known' };
      const own = years.get(why);
      return { text: slugInWords(value), notes: own === undefined || isShared ? [] : [`listed in ${own}`] };
    },
  };
}

/** Of the list behind an entry, corrected or not; undefined where it is no list that says so. */
function yearOfList(sequence: number, { context }: Pick<Visit, 'context'>): string | undefined {
  const entry = context.reader().entry(sequence);
  const data = asObject(entry?.data) ?? {};
  const type = objectMember(data, 'corrects')?.type ?? entry?.type;
  if (type !== 'TrustObserved.v1') return undefined;
  return textMember(data, 'occurredOn')?.slice(0, 4);
}

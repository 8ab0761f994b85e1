import { Problem } from '@milepost/platform';
import { numberInWords } from '../format/numberInWords';

/** Links between the pages of a list, as the design system's pagination takes them. */
export interface Paging {
  readonly previous: { readonly href: string } | undefined;
  readonly next: { readonly href: string } | undefined;
  readonly items: readonly ({ readonly number: number; readonly href: string; readonly current: boolean } | Ellipsis)[];
  /** The first and the last one shown, and how many there are: `Showing 51 to 100 of 205`. */
  readonly from: string;
  readonly to: string;
  readonly total: string;
}

interface Ellipsis {
  readonly ellipsis: true;
}

/**
 * The number of a page from its address, from 1.
 * @throws Problem `not-found` (404) where it is no such number.
 */
export function pageNumber(text: string | undefined): number {
  if (text === undefined) return 1;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw noSuchPage();
  return Number(text);
}

/**
 * Undefined where everything is on one page.
 * @throws Problem `not-found` (404) beyond the last page.
 */
export function paging(page: number, total: number, size: number, href: (page: number) => string): Paging | undefined {
  const last = Math.max(1, Math.ceil(total / size));
  if (page > last) throw noSuchPage();
  if (last === 1) return undefined;
  return {
    previous: page === 1 ? undefined : { href: href(page - 1) },
    next: page === last ? undefined : { href: href(page + 1) },
    items: numbersAround(page, last).map((number) =>
      number === undefined ? { ellipsis: true } : { number, href: href(number), current: number === page },
    ),
    from: numberInWords((page - 1) * size + 1),
    to: numberInWords(Math.min(page * size, total)),
    total: numberInWords(total),
  };
}

/** First, last, and the pages around this one; undefined for a gap. */
function numbersAround(page: number, last: number): readonly (number | undefined)[] {
  const shown = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const numbers = [...new Set(shown)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? number - 1;
    return number - before > 1 ? [undefined, number] : [number];
  });
}

function noSuchPage(): Problem {
  const detail = 'There is no such page of this list. Go back to its first page.';
  return new Problem({ slug: 'not-found', title: 'Page not found', status: 404, detail });
}

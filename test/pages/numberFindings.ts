import { all, seen } from './htmlElement';
import type { HtmlElement } from './htmlElement';
import type { InterfaceNumbers } from './interfaceNumbers';
import { numbersIn } from './numbersIn';

/**
 * Where a page shows figures of the record: every number here has to say where the interface gives it. Elsewhere numbers stand in
 * names, in the words of sources and in entry numbers, which are no figures.
 */
const FIGURES = [
  '.app-figure',
  '.app-figure__number',
  '#results',
  'main .nhsuk-lede-text',
  'main > p',
  'main > h2',
  'main .nhsuk-inset-text p',
  'main summary',
  'main caption',
  'main figcaption',
  'main .nhsuk-table__cell--numeric .app-cell',
].join(', ');
/** Numbers of what is shown or read in, not of the record; a chart's, which are held against its table. */
const NO_FIGURE = '[data-api], [data-own], a[href*="/entries/"], .app-chart summary, .app-chart figcaption';

/** Numbers of a page that the interface does not give, or gives otherwise, for the same moment; empty where all is well. */
export async function numberFindings(root: HtmlElement, numbers: InterfaceNumbers): Promise<readonly string[]> {
  const differing = await Promise.all(all(root, '[data-api]').map((element) => difference(element, numbers)));
  return [...unsourced(root), ...charts(root), ...differing.filter((finding) => finding !== undefined)];
}

function unsourced(root: HtmlElement): readonly string[] {
  return all(root, FIGURES).flatMap((place) => {
    if (place.closest(NO_FIGURE)) return [];
    const rest = place.cloneNode(true);
    for (const sourced of all(rest, NO_FIGURE)) sourced.remove();
    return numbersIn(seen(rest)).length === 0 ? [] : [`no data-api: ${seen(place).slice(0, 120)}`];
  });
}

/**
 * Each number in a chart's title, which states what it finds, and in its pictures stands in its table; where a chart has none of
 * its own, what its pictures say stands in one beside it.
 */
function charts(root: HtmlElement): readonly string[] {
  return all(root, '.app-chart').flatMap((chart) => {
    const own = all(chart, 'td, th');
    const pictures = all(chart, 'svg').map(labels);
    const title = own.length > 0 ? all(chart, '.app-chart__title').map(seen) : [];
    const table = (own.length > 0 ? own : all(root, 'main td, main th')).flatMap((cell) => numbersIn(apart(cell)));
    return [...title, ...pictures].flatMap((text) =>
      numbersIn(text)
        .filter((shown) => !table.some(({ value }) => Math.abs(value - shown.value) <= shown.slack))
        .map(({ value }) => `${value} of a chart is not in its table: ${text.slice(0, 200)}`),
    );
  });
}

/** The words in a picture, without those of its scales. A label can be broken into lines, and a date with it. */
function labels(picture: HtmlElement): string {
  const texts = all(picture, 'text').filter((text) => text.closest('[font-variant="tabular-nums"]') === null);
  return texts.map(apart).join(' ');
}

/** Text with its parts kept apart, as they are seen where one stands below the other. */
function apart({ outerHTML }: HtmlElement): string {
  return outerHTML
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

async function difference(element: HtmlElement, numbers: InterfaceNumbers): Promise<string | undefined> {
  const source = element.getAttribute('data-api') ?? '';
  const shown = numbersIn(seen(element));
  const given = await numbers.read(source).catch((error: Error) => error.message);
  if (typeof given === 'string') return given;
  const isSame =
    shown.length === 0
      ? given.every((value) => (/^No /.test(seen(element)) ? value === 0 : value === undefined))
      : shown.length === given.length &&
        shown.every(({ value, slack }, index) => Math.abs(value - (given[index] ?? Infinity)) <= slack);
  return isSame || (await numbers.isText(source, seen(element)))
    ? undefined
    : `shows “${seen(element).slice(0, 120)}”, the interface gives ${given.join(', ')} at ${source}`;
}

import type * as Plot from '@observablehq/plot';
import type { PictureElement, PlotKit } from './plotKit';

const SVG = 'http://www.w3.org/2000/svg';
/** The class that the stylesheet knows pictures by: Plot's own rules stand there, since a page may hold no `<style>`. */
const CLASS = 'app-plot';
const FONT_SIZE = 14;

/** What a picture is called, and says to whoever does not see it. */
export interface PictureWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * Draws one SVG, with title and description, without any style of its own.
 * @throws TypeError where Plot wrote a style attribute, which the pages' security policy would not let through.
 */
export function pictureOf({ plot, document }: PlotKit, options: Plot.PlotOptions, words: PictureWords): string {
  const made = { ...options, document: document as never, className: CLASS };
  const svg = plot.plot(made) as unknown as PictureElement;
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) tidied(element);
  const title = named(document, 'title', `${words.id}-title`, words.title);
  const description = named(document, 'desc', `${words.id}-description`, words.description);
  svg.prepend(title, description);
  svg.setAttribute('xmlns', SVG);
  svg.setAttribute('font-size', String(FONT_SIZE));
  svg.setAttribute('font-family', 'Arial, sans-serif');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${words.id}-title ${words.id}-description`);
  return svg.outerHTML;
}

function named(document: PlotKit['document'], name: string, id: string, text: string): PictureElement {
  const element = document.createElementNS(SVG, name);
  element.setAttribute('id', id);
  element.textContent = text;
  return element;
}

/** Parts of a picture have no names of their own, and coordinates of a hundredth of a pixel are fine enough. */
function tidied(element: PictureElement): void {
  for (const { name, value } of [...element.attributes]) {
    if (name === 'style') throw new TypeError(`A chart may have no style of its own: ${value}`);
    if (name.startsWith('aria-')) element.removeAttribute(name);
    else if (/\d\.\d{3}/.test(value)) element.setAttribute(name, value.replace(/\d+\.\d{3,}/g, rounded));
  }
}

function rounded(digits: string): string {
  return String(Math.round(100 * Number(digits)) / 100);
}

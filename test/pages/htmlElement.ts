import { parseHTML } from 'linkedom';

/** An element of a page, as far as the tests of pages look at it. */
export interface HtmlElement {
  readonly localName: string;
  readonly textContent: string;
  readonly outerHTML: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  closest(selector: string): HtmlElement | null;
  cloneNode(deep: boolean): HtmlElement;
  remove(): void;
}

/** The one function that is used of linkedom, by the part of its result that is. */
const parse = parseHTML as (html: string) => { readonly document: { readonly documentElement: HtmlElement } };

/** The root of a page's HTML. */
export function parsePage(html: string): HtmlElement {
  return parse(html).document.documentElement;
}

export function all(root: HtmlElement, selector: string): readonly HtmlElement[] {
  return [...root.querySelectorAll(selector)];
}

/** Text as a reader sees it, spaces folded. */
export function seen(element: HtmlElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

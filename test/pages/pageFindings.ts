import { all, seen } from './htmlElement';
import type { HtmlElement } from './htmlElement';

/** Never said to a reader, outside the pages where the record itself is spoken of (dashboard design, "Words on pages"). */
const WORDS = /\b(as of|recorded by|ledgers?|size|root|basis)\b/i;
/** Words of the record, shown as they were given. */
const GIVEN = '.app-given, pre';
const AUDIT = /^\/(audit|entries|problems)\b/;

/** What is wrong with a page's HTML, whatever it shows; empty where nothing is. */
export function pageFindings(address: string, root: HtmlElement): readonly string[] {
  return [
    ...headings(root),
    ...inline(root),
    ...foreign(root),
    ...ids(root),
    ...(AUDIT.test(address) ? [] : words(root)),
  ];
}

function headings(root: HtmlElement): readonly string[] {
  const title = all(root, 'head title').map(seen).join('|');
  const ones = all(root, 'h1');
  return [
    ...(title.length > 'Milepost'.length || title === 'Milepost' ? [] : [`title: ${title}`]),
    ...(ones.length === 1 && ones.every((one) => seen(one) !== '') ? [] : [`${ones.length} h1`]),
    ...(root.getAttribute('lang') === 'en' ? [] : ['no language']),
  ];
}

/** The pages' security policy would switch these off without a word. */
function inline(root: HtmlElement): readonly string[] {
  const elements = all(root, 'style, script:not([src]), base, iframe, object, embed');
  const attributes = all(root, '*').flatMap((element) =>
    [...element.attributes].filter(({ name }) => name === 'style' || /^on/.test(name) || name === 'srcdoc'),
  );
  return [
    ...elements.map(({ localName }) => `<${localName}>`),
    ...attributes.map(({ name, value }) => `${name}=${value}`),
  ];
}

/** Whatever a browser would load by itself, or send a form to, is ours; a link elsewhere is plain http or https. */
function foreign(root: HtmlElement): readonly string[] {
  const loaded = all(root, '[src], link[href], form[action], [formaction], image, use').flatMap((element) =>
    ['src', 'href', 'action', 'formaction', 'xlink:href'].map((name) => element.getAttribute(name)),
  );
  const links = all(root, 'a[href]').map((link) => link.getAttribute('href') ?? '');
  return [
    ...loaded.filter((value) => value !== null && !/^(\/(?!\/)|#)/.test(value)).map((value) => `loads ${value}`),
    ...links.filter((href) => !/^(\/(?!\/)|#[\w-]+$|\?|https?:\/\/)/.test(href)).map((href) => `links to ${href}`),
  ];
}

/** Each id once, and each reference to one leads somewhere. */
function ids(root: HtmlElement): readonly string[] {
  const found = all(root, '[id]').map((element) => element.getAttribute('id') ?? '');
  const twice = found.filter((id, index) => found.indexOf(id) !== index);
  const wanted = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap((name) =>
    all(root, `[${name}]`).flatMap((element) => (element.getAttribute(name) ?? '').split(/\s+/)),
  );
  const here = all(root, 'a[href^="#"]').map((link) => (link.getAttribute('href') ?? '').slice(1));
  const missing = [...wanted, ...here].filter((id) => id !== '' && !found.includes(id));
  return [...twice.map((id) => `id ${id} twice`), ...missing.map((id) => `no id ${id}`)];
}

function words(root: HtmlElement): readonly string[] {
  const shown = all(root, 'body')[0]?.cloneNode(true);
  if (!shown) return ['no body'];
  for (const given of all(shown, GIVEN)) given.remove();
  const text = seen(shown);
  const found = WORDS.exec(text);
  return found ? [`says “${text.slice(Math.max(0, found.index - 40), found.index + 40)}”`] : [];
}

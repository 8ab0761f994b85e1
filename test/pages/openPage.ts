import type { HtmlElement } from './htmlElement';

/** What an address answers with, and its HTML where it is a page. */
export interface OpenedPage {
  readonly address: string;
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: Headers;
  readonly html: string | undefined;
  /** As it was sent, compressed. */
  readonly bytes: number;
}

const BROWSER = { Accept: 'text/html,*/*;q=0.8', 'Accept-Encoding': 'gzip, br' };

/** Asks as a browser does; a redirect is not followed. */
export async function openPage(url: string, address: string, cookie?: string): Promise<OpenedPage> {
  const headers = { ...BROWSER, ...(cookie === undefined ? {} : { Cookie: cookie }) };
  const response = await fetch(url + address, { redirect: 'manual', headers });
  const text = await response.text();
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  return {
    address,
    status: response.status,
    location: response.headers.get('location') ?? undefined,
    headers: response.headers,
    html: isHtml ? text : undefined,
    bytes: Number(response.headers.get('content-length') ?? text.length),
  };
}

/** Addresses of our own that a page's links and forms without a field lead to, each once, without the part after `#`. */
export function ownLinks(root: HtmlElement): readonly string[] {
  const links = [...root.querySelectorAll('a[href], link[href]')].map((link) => link.getAttribute('href') ?? '');
  const own = links.filter((href) => href.startsWith('/') && !href.startsWith('//'));
  return [...new Set(own.map((href) => href.split('#')[0] ?? ''))];
}

import { parsePage } from './htmlElement';
import type { HtmlElement } from './htmlElement';
import { openPage, ownLinks } from './openPage';
import type { OpenedPage } from './openPage';

/** A page that was reached, and where from. */
export interface CrawledPage extends OpenedPage {
  readonly from: string;
  /** The page's HTML; undefined for a file. */
  readonly root: HtmlElement | undefined;
}

/** Whether a link is worth following, so that a sample stays one. */
export type Follow = (address: string) => boolean;

const MOST_REDIRECTS = 3;

/** Walks from one address along all links of our own that are to be followed, each once, and hands over what it reaches. */
export async function crawl(
  url: string,
  start: string,
  follow: Follow,
  visit: (page: CrawledPage) => Promise<void>,
): Promise<void> {
  const known = new Set([start]);
  const waiting: (readonly [address: string, from: string])[] = [[start, 'the start']];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [address, from] = next;
    const opened = await opening(url, address);
    const root = opened.html === undefined ? undefined : parsePage(opened.html);
    await visit({ ...opened, from, root });
    for (const link of root === undefined ? [] : ownLinks(root)) {
      if (known.has(link)) continue;
      known.add(link);
      if (follow(link)) waiting.push([link, address]);
    }
  }
}

async function opening(url: string, address: string): Promise<OpenedPage> {
  let opened = await openPage(url, address);
  for (let redirects = 0; opened.location !== undefined && redirects < MOST_REDIRECTS; redirects += 1) {
    opened = await openPage(url, opened.location);
  }
  return opened;
}

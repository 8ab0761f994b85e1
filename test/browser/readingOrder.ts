import type { Page } from 'playwright-core';

/** In the browser: texts that hold letters written from right to left, or what turns others round, part by part. */
const LOOK = String.raw`(() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    // What is written out as JSON is shown as it is.
    if (!/[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/.test(node.nodeValue) || node.parentElement.closest('pre')) continue;
    let line = { top: -1, right: -1 };
    for (const { index, 0: part } of node.nodeValue.matchAll(/[\u0590-\u08ff](?:[^!-~]*[\u0590-\u08ff])?|[!-~]/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + part.length);
      const [rect, ...more] = range.getClientRects();
      if (!rect || rect.width === 0 || more.length > 0) continue;
      const isSameLine = Math.abs(rect.top - line.top) < rect.height / 2;
      if (isSameLine && rect.left < line.right - 1) found.push(node.nodeValue.trim().slice(0, 100) + ' at ' + part);
      line = { top: rect.top, right: rect.right };
    }
  }
  return found;
})()`;

/**
 * Texts on a page of which any part stands left of what is written before it, on one line. Letters written from right to left count
 * as one part, however many there are.
 */
export function outOfOrder(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(LOOK);
}

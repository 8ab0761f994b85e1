import { textOf } from './pageText';
import type { PagesUnderTest } from './startPages';

/** Signed in as a reporter of the first scripted trust. */
export const REPORTER = 'person=reporter:ZZ1';

export interface FormPage {
  readonly status: number;
  /** Where it redirects to. */
  readonly to: string | null;
  readonly html: string;
  readonly text: string;
  /** The hidden fields of its forms, as a browser would send them back. */
  readonly hidden: Readonly<Record<string, string>>;
}

export interface FormClient {
  readonly get: (path: string, cookie?: string) => Promise<FormPage>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>, cookie?: string) => Promise<FormPage>;
}

/** Opens and sends forms as a browser with scripts off does. */
export function formClient(pages: Pick<PagesUnderTest, 'url'>): FormClient {
  return {
    get: async (path, cookie = REPORTER) =>
      answerOf(await fetch(pages.url + path, { redirect: 'manual', headers: { cookie } })),
    async post(path, fields, cookie = REPORTER) {
      const role = /person=(\w+)/.exec(cookie)?.[1] ?? '';
      const body = new URLSearchParams({ csrf: `csrf of ${role}`, ...fields });
      const headers = { cookie, origin: new URL(pages.url).origin };
      return answerOf(await fetch(pages.url + path, { method: 'POST', redirect: 'manual', headers, body }));
    },
  };
}

async function answerOf(response: Response): Promise<FormPage> {
  const html = await response.text();
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return {
    status: response.status,
    to: response.headers.get('location'),
    html,
    text: textOf(html),
    hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
  };
}

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compressed } from './compressed';
import { PAGE_HEADERS } from './pageHeaders';

/** How long a page may be kept: not at all, or for ever as long as its tag is asked for again. */
export type Keeping = 'never' | 'while-the-same';

/** The one way that HTML leaves by, compressed. A page that can never change carries a tag of its content, and is not sent again to a reader that has it. */
export async function sendHtml(
  request: IncomingMessage,
  response: ServerResponse,
  html: string,
  { status = 200, keeping = 'never' as Keeping, headers = {} as Readonly<Record<string, string>> },
): Promise<void> {
  const plain = Buffer.from(html);
  const all = {
    ...PAGE_HEADERS,
    Vary: 'Accept-Encoding, Authorization, Cookie',
    'Cache-Control': 'no-store',
    ...headers,
  };
  response.statusCode = status;
  for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
  if (keeping === 'while-the-same') {
    const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    response.setHeader('Cache-Control', 'private, no-cache').setHeader('ETag', tag);
    if (request.headers['if-none-match']?.split(/, */).includes(tag)) {
      response.statusCode = 304;
      response.end();
      return;
    }
  }
  const { body, encoding } = await compressed(plain, request.headers['accept-encoding']);
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', String(body.length)).end(body);
}

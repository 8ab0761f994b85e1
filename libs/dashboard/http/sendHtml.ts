import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import { compressed } from './compressed';
import { PAGE_HEADERS } from './pageHeaders';

/** How long a page may be kept: not at all, or for ever as long as its tag is asked for again. */
export type Keeping = 'never' | 'while-the-same';

/** Sends a page. One that can never change carries a tag of its content, and is not sent again to a reader that has it. */
export async function sendHtml(
  request: IncomingMessage,
  response: Response,
  html: string,
  { status = 200, keeping = 'never' as Keeping, headers = {} as Readonly<Record<string, string>> },
): Promise<void> {
  const plain = Buffer.from(html);
  response.status(status).set(PAGE_HEADERS).set('Vary', 'Accept-Encoding, Authorization, Cookie').set(headers);
  if (keeping === 'never') {
    response.set('Cache-Control', headers['Cache-Control'] ?? 'no-store');
  } else {
    const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    response.set('Cache-Control', 'private, no-cache').set('ETag', tag);
    if (request.headers['if-none-match']?.split(/, */).includes(tag)) {
      response.status(304).end();
      return;
    }
  }
  const { body, encoding } = await compressed(plain, request.headers['accept-encoding']);
  if (encoding !== undefined) response.set('Content-Encoding', encoding);
  response.set('Content-Length', String(body.length)).end(body);
}

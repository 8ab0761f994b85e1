import type { IncomingMessage } from 'node:http';
import { Problem } from '@milepost/platform';
import { invalidForm, parseForm } from './parseForm';
import type { Typed } from './parseForm';

/** Bytes. The longest text of a command has 4,000 characters, each of which can take twelve bytes in a form. */
const MOST_BYTES = 256 * 1024;

/**
 * Reads a form that was sent: urlencoded, in UTF-8, within bounds, with the fields of the form and no other.
 * @throws Problem 400 `invalid-form`, 413 `body-too-large`, 415 `unsupported-media-type`
 */
export async function readForm(request: IncomingMessage, known: readonly string[], most = MOST_BYTES): Promise<Typed> {
  mustBeUrlencoded(request.headers);
  const bytes = await readBytes(request, most);
  const text = bytes.toString('latin1');
  // Whatever is no ASCII must have been written as %XX.
  if (/[^\x20-\x7e]/.test(text)) throw invalidForm('It holds characters that a form does not send.');
  return parseForm(text, known);
}

/**
 * The body, up to a bound; what is beyond it is not kept.
 * @throws Problem 413 `body-too-large`, 400 `invalid-form` where it ended too early
 */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(request, most);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Not to be destroyed where it is left early: the answer goes over the same connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new Problem({ ...cutOff, cause: error });
  }
  if (length > most) throw tooLarge(request, most);
  return Buffer.concat(chunks);
}

const cutOff = {
  slug: 'body-cut-off',
  title: 'The form was cut off',
  status: 400,
  detail: 'It ended before its announced length. Nothing was recorded. Send it again.',
};

function mustBeUrlencoded({ 'content-type': type = '' }: IncomingMessage['headers']): void {
  if (/^application\/x-www-form-urlencoded *(; *charset=("?)utf-8\2 *)?$/i.test(type)) return;
  throw new Problem({
    slug: 'unsupported-media-type',
    title: 'Wrong type of body',
    status: 415,
    detail: 'This address takes forms: application/x-www-form-urlencoded in UTF-8.',
  });
}

function tooLarge(request: IncomingMessage, most: number): Problem {
  // The rest is not read; the connection cannot go on after it.
  request.resume();
  return new Problem({
    slug: 'body-too-large',
    title: 'The form is too large',
    status: 413,
    detail: `A form may have ${most} bytes. Nothing was recorded. Go back and shorten the longest text.`,
    extensions: { limitBytes: most },
  });
}

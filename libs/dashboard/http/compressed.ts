import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

export interface Compressed {
  readonly body: Buffer;
  /** `Content-Encoding`; undefined: as it is. */
  readonly encoding: string | undefined;
}

/**
 * Compresses a text for a reader that says it takes brotli or gzip. `quality` is brotli's: 4 for what is made for one
 * reader, 11 for what is kept.
 */
export async function compressed(body: Buffer, acceptEncoding: string | undefined, quality = 4): Promise<Compressed> {
  const accepted = acceptEncoding ?? '';
  if (accepts(accepted, 'br')) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { body: await brotli(body, { params }), encoding: 'br' };
  }
  if (accepts(accepted, 'gzip')) return { body: await gunzippable(body), encoding: 'gzip' };
  return { body, encoding: undefined };
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, weight] = part.split(';').map((piece) => piece.trim());
    return name === encoding && !/^q=0(\.0+)?$/.test(weight ?? '');
  });
}

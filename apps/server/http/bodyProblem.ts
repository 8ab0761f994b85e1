import { Problem } from '@milepost/platform';
import { bodyTooLarge, wrongType } from './requestProblems';

/**
 * What an error of a body's parser means. Its errors carry a `type`, and a `status` below 500 where whoever sent it is to blame;
 * what they quote of the body is not repeated.
 * @param wanted what should have been sent
 */
export function bodyProblem(error: unknown, limit: number, wanted: string): unknown {
  const { type, status } = error as { readonly type?: unknown; readonly status?: unknown };
  switch (type) {
    case 'entity.too.large':
      return bodyTooLarge(limit);
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return wrongType('in another encoding', `${wanted} in UTF-8, plain or gzipped`);
    case 'request.aborted':
    case 'request.size.invalid':
      return new Problem({
        slug: 'body-cut-off',
        title: 'The body was cut off',
        status: 400,
        detail: 'The body ended before its announced length. Send it again.',
      });
    default:
      return typeof status === 'number' && status < 500 ? unreadable(type, wanted) : error;
  }
}

function unreadable(type: unknown, wanted: string): Problem {
  const isJson = type === 'entity.parse.failed' || type === 'entity.verify.failed';
  return new Problem({
    slug: 'malformed-json',
    title: isJson ? 'The body is not JSON' : 'The body cannot be unpacked',
    status: 400,
    detail: isJson
      ? 'The body must be one JSON object in UTF-8. Check quotes, commas, brackets and the encoding.'
      : `The body is not packed as its Content-Encoding says. Send ${wanted}, plain or gzipped.`,
  });
}

import type { ArgumentsHost } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { Problem } from '@milepost/platform';
import type { Pages } from '../visit/pages';
import { PageErrors } from './pageErrors';

const gone = new Problem({ slug: 'not-found', title: 'Page not found', status: 404, detail: 'Not here.' });

describe('a page of an error that cannot be made', () => {
  const pages = {
    context: { basePath: '' },
    showBare: () => Promise.reject(new Error('SQLITE_CORRUPT')),
  } as unknown as Pages;

  function answer(headersSent: boolean) {
    const said: unknown[] = [];
    const response = {
      headersSent,
      status: (status: number) => (said.push(status), response),
      type: () => response,
      send: (text: string) => said.push(text),
      destroy: () => said.push('cut off'),
    };
    const http = { getRequest: () => ({ url: '//', headers: {} }), getResponse: () => response };
    return { said, host: { switchToHttp: () => http } as unknown as ArgumentsHost };
  }

  beforeAll(() => jest.spyOn(Logger.prototype, 'error').mockImplementation());
  afterAll(() => jest.restoreAllMocks());

  it('is answered in a sentence, and throws at nobody', async () => {
    const { said, host } = answer(false);
    await new PageErrors(pages).catch(gone, host);
    expect(said).toEqual([500, 'Sorry, there is a problem with Milepost. Try again later.']);
  });

  it('is cut off where it was half sent', async () => {
    const { said, host } = answer(true);
    await new PageErrors(pages).catch(gone, host);
    expect(said).toEqual(['cut off']);
  });
});

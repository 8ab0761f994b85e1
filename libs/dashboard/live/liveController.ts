import { Allows } from '@milepost/access';
import { Problem } from '@milepost/platform';
import { resolveMoment } from '@milepost/views';
import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageErrors } from '../http/pageErrors';
import { currentOf } from '../visit/currentOf';
import { Pages } from '../visit/pages';
import { readQuery } from '../visit/readQuery';
import { liveInWords } from './liveInWords';
import type { LiveInWords } from './liveInWords';

const SIZE = /^(0|[1-9]\d{0,15})$/;

/**
 * What a page that stands open asks now and then: whether there is more than it shows, and whether the record is still being read.
 * Each answer is given at once, so that no reader holds a connection: a browser has six for all pages of an origin, and a server that ends
 * has nobody to wait for.
 */
@Controller('live')
@Allows('open')
@UseFilters(PageErrors)
export class LiveController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async live(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.data.admit(request.headers);
    const { after = '' } = readQuery(request.url, ['after']);
    if (!SIZE.test(after)) throw notASize(after);
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).json(this.since(Number(after)));
  }

  private since(after: number): LiveInWords {
    const { watch, clock } = this.pages.context;
    return liveInWords({
      size: this.size(),
      after,
      state: currentOf(watch.state),
      freshAt: currentOf(watch.freshAt),
      now: clock(),
    });
  }

  /** What pages show, which can be less than the ledger holds: a link must not lead to what is not there yet. */
  private size(): number | undefined {
    try {
      return resolveMoment(this.pages.context, {}).moment.size;
    } catch (error) {
      // Still starting, or a view that stopped: nothing newer can be shown, and the page itself says why once it is loaded again.
      if (error instanceof Problem && error.status === 503) return undefined;
      throw error;
    }
  }
}

function notASize(after: string): Problem {
  const detail = `after is "${after}"; give the number of entries that the page knew of.`;
  return new Problem({
    slug: 'invalid-request',
    title: 'The request cannot be read',
    status: 400,
    detail,
    errors: [{ parameter: 'after', detail }],
  });
}

import { Allows } from '@milepost/access';
import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageErrors } from '../http/pageErrors';
import { Pages } from '../visit/pages';
import { readQuery } from '../visit/readQuery';
import { COMPARE_PARAMETERS, comparePage } from './comparePage';
import { PAIR_PARAMETERS, readPair } from './pairForm';
import { pairPage } from './pairPage';
import { REPLAY_PARAMETERS, replayPage } from './replayPage';

/** What changed: two positions side by side, and step by step. */
@Controller()
@Allows('open')
@UseFilters(PageErrors)
export class ChangesController {
  constructor(private readonly pages: Pages) {}

  @Get('compare')
  async compare(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/compare', parameters: COMPARE_PARAMETERS }, comparePage);
  }

  /** The form of two positions: answers with their page, or with what is wrong. */
  @Get('compare/choose')
  async choose(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { basePath } = this.pages.context;
    const pair = readPair(basePath, readQuery(request.url, PAIR_PARAMETERS));
    if ('address' in pair) {
      this.pages.redirect(response, 303, pair.address);
      return;
    }
    const view = pairPage(pair.form, pair.errors, `${basePath}/`);
    await this.pages.showBare(request, response, view, { path: '/compare', status: 400 });
  }

  @Get('replay')
  async replay(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/replay', parameters: REPLAY_PARAMETERS }, replayPage);
  }
}

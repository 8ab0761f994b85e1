import { Allows } from '@milepost/access';
import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageErrors } from '../http/pageErrors';
import { Pages } from '../visit/pages';
import { LATE_PARAMETERS, latePage } from './latePage';

/** The page of go-lives that are not reached. */
@Controller('late')
@Allows('open')
@UseFilters(PageErrors)
export class LateController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/late', parameters: LATE_PARAMETERS }, latePage);
  }
}

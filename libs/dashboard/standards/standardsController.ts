import { Allows } from '@milepost/access';
import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageErrors } from '../http/pageErrors';
import { Pages } from '../visit/pages';
import { STANDARD_PARAMETERS, standardPage } from './standardPage';
import { standardsPage } from './standardsPage';

/** The pages of standards and illustrations. */
@Controller('standards')
@Allows('open')
@UseFilters(PageErrors)
export class StandardsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/standards', parameters: [] }, standardsPage);
  }

  @Get(':id')
  async one(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const path = `/standards/${encodeURIComponent(id)}`;
    await this.pages.show(request, response, { path, parameters: STANDARD_PARAMETERS }, (visit) =>
      standardPage(visit, id),
    );
  }
}

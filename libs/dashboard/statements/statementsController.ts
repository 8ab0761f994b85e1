import { Allows } from '@milepost/access';
import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageErrors } from '../http/pageErrors';
import { Pages } from '../visit/pages';
import { statementPage } from './statementPage';
import { statementsPage } from './statementsPage';

/** The pages of public claims. */
@Controller('statements')
@Allows('open')
@UseFilters(PageErrors)
export class StatementsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/statements', parameters: [] }, statementsPage);
  }

  @Get(':id')
  async one(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const path = `/statements/${encodeURIComponent(id)}`;
    await this.pages.show(request, response, { path, parameters: [] }, (visit) => statementPage(visit, id));
  }
}

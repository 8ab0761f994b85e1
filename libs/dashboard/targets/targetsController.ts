import { Allows } from '@milepost/access';
import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PageErrors } from '../http/pageErrors';
import { Pages } from '../visit/pages';
import { caseFilePage } from './caseFilePage';
import { targetPage } from './targetPage';
import { targetsPage } from './targetsPage';
import { caseFilePath, targetPath } from './targetWords';

/** The pages of targets, and of why a date moved. */
@Controller('targets')
@Allows('open')
@UseFilters(PageErrors)
export class TargetsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/targets', parameters: [] }, targetsPage);
  }

  @Get(':id')
  async one(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    await this.pages.show(request, response, { path: targetPath(id), parameters: [] }, (visit) =>
      targetPage(visit, id),
    );
  }

  @Get(':id/case-file')
  async caseFile(@Req() request: Request, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const address = { path: caseFilePath(id), parameters: [] };
    await this.pages.show(request, response, address, (visit) => caseFilePage(visit, id));
  }
}

import { Allows } from '@milepost/access';
import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { currentOf } from './visit/currentOf';
import { addressParts } from './visit/addressParts';
import { Pages } from './visit/pages';
import { readQuery } from './visit/readQuery';
import { PageErrors } from './http/pageErrors';
import { AUDIT_PARAMETERS } from './audit/auditFilter';
import { auditPage } from './audit/auditPage';
import { ENTRY_PARAMETERS, entryPage } from './pages/entryPage';
import { FIGURE_PARAMETERS, figurePage } from './pages/figurePage';
import { isStandardFigure, standardFigurePage } from './standards/standardFigurePage';
import { firstPage } from './pages/firstPage';
import { positionPage } from './pages/positionPage';
import { POSITION_PARAMETERS, readPosition } from './pages/readPosition';
import { startingPage } from './pages/startingPage';
import { trustPage } from './pages/trustPage';
import { TRUSTS_PARAMETERS, trustsPage } from './pages/trustsPage';

/** How often a starting page that was asked to watch is sent again. */
const WATCH_SECONDS = '3';

/** The addresses of the pages. Every one keeps the moment in its address; what they show is made in `pages/`. */
@Controller()
// Open to the server's guard: a page lets its reader in itself, so that whoever may not come in gets a page that says so.
@Allows('open')
@UseFilters(PageErrors)
export class PagesController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async first(@Req() request: Request, @Res() response: Response): Promise<void> {
    const starting = currentOf(this.pages.context.startup)?.kind;
    const query = addressParts(request.url).query;
    if ((starting === 'starting' || starting === 'importing') && !query.has('asOf')) {
      await this.starting(request, response);
      return;
    }
    if (query.has('watch')) {
      this.pages.redirect(response, 302, `${this.pages.context.basePath}/`);
      return;
    }
    await this.pages.show(request, response, { path: '/', parameters: [] }, firstPage);
  }

  @Get('trusts')
  async trusts(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/trusts', parameters: TRUSTS_PARAMETERS }, trustsPage);
  }

  @Get('trusts/:ods')
  async trust(@Req() request: Request, @Res() response: Response, @Param('ods') ods: string): Promise<void> {
    const path = `/trusts/${encodeURIComponent(ods)}`;
    await this.pages.show(request, response, { path, parameters: [] }, (visit) => trustPage(visit, ods));
  }

  @Get('entries/:sequence')
  async entry(@Req() request: Request, @Res() response: Response, @Param('sequence') number: string): Promise<void> {
    const path = `/entries/${encodeURIComponent(number)}`;
    await this.pages.show(request, response, { path, parameters: ENTRY_PARAMETERS }, (visit) =>
      entryPage(visit, number),
    );
  }

  @Get('audit')
  async audit(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.show(request, response, { path: '/audit', parameters: AUDIT_PARAMETERS }, auditPage);
  }

  @Get('figures/:metric')
  async figure(@Req() request: Request, @Res() response: Response, @Param('metric') metric: string): Promise<void> {
    const path = `/figures/${encodeURIComponent(metric)}`;
    await this.pages.show(request, response, { path, parameters: FIGURE_PARAMETERS }, (visit) =>
      isStandardFigure(metric) ? standardFigurePage(visit, metric) : figurePage(visit, metric),
    );
  }

  /** The form of the moment: answers with the page asked from, at the moment chosen. */
  @Get('position')
  async position(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { basePath } = this.pages.context;
    const position = readPosition(basePath, readQuery(request.url, POSITION_PARAMETERS));
    if ('address' in position) {
      this.pages.redirect(response, 303, position.address);
      return;
    }
    const view = positionPage(position.form, position.errors, `${basePath}/`);
    await this.pages.showBare(request, response, view, { status: 400 });
  }

  private async starting(request: Request, response: Response): Promise<void> {
    await this.pages.data.admit(request.headers);
    const watching = readQuery(request.url, ['watch'])['watch'] === 'yes';
    const view = startingPage(`${this.pages.context.basePath}/`, watching);
    const headers = watching ? { Refresh: WATCH_SECONDS } : {};
    await this.pages.showBare(request, response, view, { path: '/', headers });
  }
}

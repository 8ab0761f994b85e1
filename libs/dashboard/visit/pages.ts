import type { IncomingMessage } from 'node:http';
import { formatDay, parseDay } from '@milepost/domain';
import { londonDay } from '@milepost/platform';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Environment } from 'nunjucks';
import { bareFrame, frameOf } from '../frame/frame';
import type { Frame } from '../frame/frame';
import { readAssets } from '../http/assetSet';
import type { AssetSet } from '../http/assetSet';
import { createRenderer } from '../http/renderer';
import { sendHtml } from '../http/sendHtml';
import { PagesData } from '../pagesData';
import type { PageView } from '../pages/pageView';
import { openingDay } from './openingDay';
import { pageLink } from './pageLink';
import { MOMENT_PARAMETERS, readQuery } from './readQuery';
import type { Query } from './readQuery';
import type { Visit } from './visit';

/** A page's address, and the parameters that it takes beside the moment's. */
export interface PageAddress {
  /** Below the base path, with a slash at its start. */
  readonly path: string;
  readonly parameters: readonly string[];
}

/** Turns requests into pages: lets the reader in, settles the moment, and sends what a page function makes of the visit. */
@Injectable()
export class Pages {
  readonly assets: AssetSet = readAssets();
  private readonly renderer: Environment = createRenderer();

  constructor(
    readonly context: LedgerContext,
    readonly data: PagesData,
  ) {}

  /**
   * Answers with the page, or with 302 to the same page at the opening day where the address says no day.
   * @throws Problem whatever stands in the way; `PageErrors` makes a page of it.
   */
  async show(
    request: Request,
    response: Response,
    { path, parameters }: PageAddress,
    page: (visit: Visit) => PageView,
  ): Promise<void> {
    await this.data.admit(request.headers);
    const all = readQuery(request.url, [...parameters, ...MOMENT_PARAMETERS]);
    if (all['asOf'] === undefined) {
      this.redirect(response, 302, this.atOpeningDay(path, all));
      return;
    }
    const visit = this.visit(path, all);
    const keeping = visit.resolved.final && visit.resolved.pinned ? 'while-the-same' : 'never';
    await sendHtml(request, response, this.render(page(visit), frameOf(visit, this.assets)), { keeping });
  }

  /** Sends a page that shows no position. */
  async showBare(
    request: IncomingMessage,
    response: Response,
    view: PageView,
    { path = '', status = 200, headers = {} as Readonly<Record<string, string>> },
  ): Promise<void> {
    await sendHtml(request, response, this.bare(view, path), { status, headers });
  }

  /** HTML of a page that shows no position. `path` tells which part of the site it is in. */
  bare(view: PageView, path = ''): string {
    return this.render(view, bareFrame(this.context, this.assets, path));
  }

  redirect(response: Response, status: 302 | 303, address: string): void {
    response.set('Cache-Control', 'no-store').redirect(status, address);
  }

  private atOpeningDay(path: string, all: Query): string {
    const { moment } = resolveMoment(this.context, {});
    const day = openingDay(this.context.questions(), moment);
    const [own, asked] = parted(all);
    return pageLink(this.context.basePath, { ...asked, asOf: formatDay(day) })(path, own);
  }

  private visit(path: string, all: Query): Visit {
    const [query, asked] = parted(all);
    const { context, data } = this;
    const resolved = resolveMoment(context, asked);
    const now = context.clock();
    const today = parseDay(londonDay(now)) ?? resolved.moment.asOf;
    const link = pageLink(context.basePath, asked);
    const { moment } = resolved;
    return { context, data, questions: context.questions(), asked, resolved, moment, today, now, query, path, link };
  }

  private render({ template, title, trail, page }: PageView, frame: Frame): string {
    return this.renderer.render(template, { title, trail, page, frame });
  }
}

/** A query's own parameters, and the moment's. */
function parted(all: Query): [own: Query, asked: { asOf?: string; recordedBy?: string; publicBy?: string }] {
  const isMoment = (name: string): boolean => (MOMENT_PARAMETERS as readonly string[]).includes(name);
  const entries = Object.entries(all);
  return [
    Object.fromEntries(entries.filter(([name]) => !isMoment(name))),
    Object.fromEntries(entries.filter(([name]) => isMoment(name))),
  ];
}

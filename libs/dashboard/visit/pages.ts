import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { formatDay, parseDay } from '@milepost/domain';
import { londonDay } from '@milepost/platform';
import { LedgerContext, resolveMoment } from '@milepost/views';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Environment } from 'nunjucks';
import { bareFrame, frameOf } from '../frame/frame';
import type { Frame } from '../frame/frame';
import { Pictures } from '../charts/pictures';
import { readAssets } from '../http/assetSet';
import type { AssetSet } from '../http/assetSet';
import { readInOrder } from '../http/readInOrder';
import { createRenderer } from '../http/renderer';
import { sendHtml } from '../http/sendHtml';
import { Desk } from '../desk';
import type { Session } from '../desk';
import { PagesData } from '../pagesData';
import type { PageView } from '../pages/pageView';
import type { FormVisit } from '../forms/formVisit';
import { personInFrame } from '../frame/personInFrame';
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

/** What of a page without a position is not as usual. */
export interface BareParts {
  /** Below the base path: tells which part of the site it is in, and where to come back to after signing in. */
  readonly path?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who reads it, where that is known already. */
  readonly session?: Session;
}

/** Turns requests into pages: lets the reader in, settles the moment, and sends what a page function makes of the visit. */
@Injectable()
export class Pages {
  readonly assets: AssetSet = readAssets();
  private readonly pictures = new Pictures();
  private readonly renderer: Environment = createRenderer(this.pictures);

  constructor(
    readonly context: LedgerContext,
    readonly data: PagesData,
    private readonly desk: Desk,
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
    const session = await this.sessionOf(request.headers);
    const visit = this.visit(path, all, session);
    const { final, pinned } = visit.resolved;
    // What a signed-in reader sees must be gone once they sign out.
    const keeping = final && pinned && session === undefined ? 'while-the-same' : 'never';
    const view = page(visit);
    if (view.charts) await this.pictures.prepare();
    await sendHtml(request, response, this.render(view, frameOf(visit, this.assets)), { keeping });
  }

  /** Sends a page that shows no position. */
  async showBare(
    request: IncomingMessage,
    response: ServerResponse,
    view: PageView,
    { path = '', status = 200, headers = {}, session }: BareParts,
  ): Promise<void> {
    const person = personInFrame(this.context.basePath, session ?? (await this.sessionOf(request.headers)), path);
    const frame = { ...bareFrame(this.context, this.assets, path), person };
    await sendHtml(request, response, this.render(view, frame), { status, headers });
  }

  /** A look at today, with everything that is recorded. @throws Problem where the record is not there yet */
  visitToday(path: string, query: Query, session: Session): FormVisit {
    const [own] = parted(query);
    return { ...this.visit(path, { ...own, asOf: londonDay(this.context.clock()) }, session), session };
  }

  redirect(response: Response, status: 302 | 303, address: string): void {
    response.set('Cache-Control', 'no-store').redirect(status, address);
  }

  /** Who reads a page; that it cannot be found out must not keep anyone from reading. */
  private async sessionOf(headers: IncomingHttpHeaders): Promise<Session | undefined> {
    try {
      return await this.desk.session(headers);
    } catch {
      return undefined;
    }
  }

  private atOpeningDay(path: string, all: Query): string {
    const { moment } = resolveMoment(this.context, {});
    const day = openingDay(this.context.questions(), moment);
    const [own, asked] = parted(all);
    return pageLink(this.context.basePath, { ...asked, asOf: formatDay(day) })(path, own);
  }

  private visit(path: string, all: Query, session: Session | undefined): Visit {
    const [query, asked] = parted(all);
    const { context, data } = this;
    const resolved = resolveMoment(context, asked);
    const now = context.clock();
    const today = parseDay(londonDay(now)) ?? resolved.moment.asOf;
    const link = pageLink(context.basePath, asked);
    const { moment } = resolved;
    const questions = context.questions();
    return { context, data, session, questions, asked, resolved, moment, today, now, query, path, link };
  }

  private render({ template, title, trail, page }: PageView, frame: Frame): string {
    return readInOrder(this.renderer.render(template, { title, trail, page, frame }));
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

import { Allows } from '@milepost/access';
import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import { Problem } from '@milepost/platform';
import type { Request, Response } from 'express';
import { Desk } from '../desk';
import { mustBeFromHere } from '../forms/forms';
import { ownPath } from '../forms/ownPath';
import { readForm } from '../forms/readForm';
import { sameText } from '../forms/sameText';
import { PageErrors } from '../http/pageErrors';
import type { PageView } from '../pages/pageView';
import { Pages } from '../visit/pages';
import { readQuery } from '../visit/readQuery';
import { codeOf } from './codeOf';
import { isSealed, sealForm } from './formSeal';
import { pasteLinkPage, signedInPage, signedOutPage, useLinkPage } from './signInPages';
import type { SignInParts } from './signInPages';

const COOKIES =
  'Your browser did not send back the cookie that came with this page. You are not signed in, and the link is still good. ' +
  'Allow cookies for this site, then select Sign in again.';

/** Signing in by a link, and out. Open to everyone, also where reading needs a token. */
@Controller()
@Allows('open')
@UseFilters(PageErrors)
export class SigningController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: Desk,
  ) {}

  /** Shows what a link would do, and does none of it: whatever looks ahead at links uses none up. */
  @Get('sign-in')
  async look(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { code, to, out } = readQuery(request.url, ['code', 'to', 'out']);
    const parts = this.begin(request, response, to);
    const session = await this.desk.session(request.headers);
    if (code !== undefined) return this.showLink(request, response, parts, codeOf(code), session && { session });
    if (session !== undefined) {
      return this.show(request, response, signedInPage(parts.basePath, session));
    }
    await this.show(request, response, out === 'yes' ? signedOutPage(parts.basePath) : pasteLinkPage(parts));
  }

  @Post('sign-in')
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    mustBeFromHere(request, this.desk.origin);
    const { code, link, to, csrf = '' } = await readForm(request, ['code', 'link', 'to', 'csrf']);
    const parts = this.begin(request, response, to);
    const given = codeOf(code ?? link ?? '');
    if (given === '') return this.show(request, response, pasteLinkPage(parts, 'Paste your sign-in link'), 400);
    if (!isSealed(request.headers, csrf)) {
      return this.showLink(request, response, parts, given, { note: COOKIES, status: 403 });
    }
    const before = await this.desk.session(request.headers);
    const cookie = await this.opened(given);
    if (typeof cookie !== 'string') return this.show(request, response, pasteLinkPage(parts, cookie.wrong), 400);
    // Whoever comes by another link leaves the session before, so that none is left behind that nobody sees any more.
    if (before !== undefined) await this.desk.signOut(before);
    response.append('Set-Cookie', cookie);
    this.pages.redirect(response, 303, `${parts.basePath}${parts.to ?? '/sign-in'}`);
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    mustBeFromHere(request, this.desk.origin);
    const { csrf = '' } = await readForm(request, ['csrf']);
    const session = await this.desk.session(request.headers);
    if (session !== undefined) {
      if (!sameText(csrf, session.csrf)) throw anotherSession();
      response.append('Set-Cookie', await this.desk.signOut(session));
    }
    // Whoever goes back from here must not find a form as it was left. Browsers heed it on https, and on the machine itself.
    response.set('Clear-Site-Data', '"cache"');
    this.pages.redirect(response, 303, `${this.pages.context.basePath}/sign-in?out=yes`);
  }

  private async showLink(
    request: Request,
    response: Response,
    parts: SignInParts,
    code: string,
    { session, note, status = 200 }: ShownLink = {},
  ): Promise<void> {
    const found = await refusalOr(this.desk.look(code));
    if ('wrong' in found) return this.show(request, response, pasteLinkPage(parts, found.wrong), 400);
    await this.show(request, response, useLinkPage(parts, code, found, session, note), status);
  }

  private async opened(code: string): Promise<string | Refused> {
    const opened = await refusalOr(this.desk.signIn(code));
    return 'wrong' in opened ? opened : opened.cookie;
  }

  private begin({ headers }: Request, response: Response, to: string | undefined): SignInParts {
    const { basePath } = this.pages.context;
    const isSecure = this.desk.origin?.startsWith('https:') === true;
    const { csrf, cookie } = sealForm(headers, `${basePath}/sign-in`, isSecure);
    response.append('Set-Cookie', cookie);
    return { basePath, to: ownPath(to), csrf };
  }

  /** The code is in the address, which must go nowhere with a request for something else. */
  private async show(request: Request, response: Response, view: PageView, status = 200): Promise<void> {
    const headers = { 'Referrer-Policy': 'no-referrer' };
    await this.pages.showBare(request, response, view, { path: '/sign-in', status, headers });
  }
}

type ShownLink = Partial<{
  session: Parameters<typeof signedInPage>[1];
  note: string;
  status: number;
}>;

interface Refused {
  readonly wrong: string;
}

/** What was found, or in words why the link cannot be used. */
async function refusalOr<T extends object>(finding: Promise<T>): Promise<T | Refused> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof Problem && error.slug === 'sign-in-refused') return { wrong: error.detail };
    throw error;
  }
}

function anotherSession(): Problem {
  return new Problem({
    slug: 'form-of-another-session',
    title: 'You signed in again since this page was opened',
    status: 403,
    detail: 'You are still signed in. Open any page and select Sign out there.',
  });
}

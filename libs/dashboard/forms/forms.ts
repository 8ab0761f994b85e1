import type { IncomingMessage } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '@milepost/platform';
import type { Request, Response } from 'express';
import { Desk } from '../desk';
import { pageProblemOf } from '../http/pageProblemOf';
import type { PageView } from '../pages/pageView';
import { addressParts } from '../visit/addressParts';
import { Pages } from '../visit/pages';
import type { PageAddress } from '../visit/pages';
import { MOMENT_PARAMETERS, readQuery } from '../visit/readQuery';
import type { Query } from '../visit/readQuery';
import type { FormVisit } from './formVisit';
import { fromElsewhere } from './fromElsewhere';
import type { Typed } from './parseForm';
import { readForm } from './readForm';
import { sameText } from './sameText';
import { signedOutPage } from './signedOutPage';

type Either<T> = T | Promise<T>;

/**
 * A page that answers a form is asked for anew by nothing but sending the form again, so a browser that goes back to it keeps
 * it as it was, with what was typed.
 */
const TO_GO_BACK_TO = { 'Cache-Control': 'private, no-cache' };

/** What a form that was sent is answered with: a page, or 303 to an address below the base path. */
export type FormAnswer = { readonly view: PageView; readonly status?: number } | { readonly to: string };

/** A form as it is received; the field `csrf` is every form's, and is named in none. */
export interface ReceivedForm extends PageAddress {
  /** Names of its fields; any other is refused. */
  readonly fields: readonly string[];
  /** The form again with what was typed in place, under what was refused; nothing was recorded. */
  readonly again: (visit: FormVisit, typed: Typed, refusal: Problem) => Either<PageView>;
  /** What sending it does. A Problem that it throws leads to `again`, with the problem's status. */
  readonly sent: (visit: FormVisit, typed: Typed) => Promise<FormAnswer>;
  /** Reads the body, for a form that is not urlencoded. */
  readonly read?: (request: IncomingMessage, fields: readonly string[]) => Promise<Typed>;
}

/**
 * The one way to and from a form: shown to who is signed in, taken only from a page of ours that carries the session's own token.
 * A template puts the token in place with `{% include "forms/csrf.njk" %}`.
 */
@Injectable()
export class Forms {
  private readonly logger = new Logger('Forms');

  constructor(
    private readonly pages: Pages,
    private readonly desk: Desk,
  ) {}

  /** Shows a form, or leads to `/sign-in` and from there back. @throws Problem */
  async show(
    request: Request,
    response: Response,
    { path, parameters }: PageAddress,
    page: (visit: FormVisit) => Either<PageView>,
  ): Promise<void> {
    const query = readQuery(request.url, [...parameters, ...MOMENT_PARAMETERS]);
    const session = await this.desk.session(request.headers);
    if (session === undefined) return this.toSignIn(response, path, query);
    const visit = this.pages.visitToday(path, query, session);
    await this.pages.showBare(request, response, await page(visit), { path, session });
  }

  /**
   * Takes a form that was sent. Nothing reaches `sent` that did not come from a page of ours, made for this session.
   * @throws Problem 403 `not-from-here`, 400, 413, 415
   */
  async receive(request: Request, response: Response, form: ReceivedForm): Promise<void> {
    const { path, parameters, fields, read = readForm } = form;
    const query = readQuery(request.url, [...parameters, ...MOMENT_PARAMETERS]);
    mustBeFromHere(request, this.desk.origin);
    const { csrf = '', ...typed } = await read(request, [...fields, 'csrf']);
    const session = await this.desk.session(request.headers);
    if (session === undefined) {
      const view = signedOutPage(this.pages.context.basePath + path + searchOf(request), this.signIn, typed);
      return this.pages.showBare(request, response, view, { path, status: 401 });
    }
    const visit = this.pages.visitToday(path, query, session);
    const answer = sameText(csrf, session.csrf)
      ? await this.answer(form, visit, typed)
      : await refused(form, visit, typed, anotherSession());
    if ('to' in answer) return this.pages.redirect(response, 303, this.pages.context.basePath + answer.to);
    await this.pages.showBare(request, response, answer.view, {
      path,
      session,
      status: answer.status ?? 200,
      headers: TO_GO_BACK_TO,
    });
  }

  private async answer(form: ReceivedForm, visit: FormVisit, typed: Typed): Promise<FormAnswer> {
    try {
      return await form.sent(visit, typed);
    } catch (error) {
      const problem = pageProblemOf(error, visit.path);
      if (problem.status === 404) throw error;
      if (problem.slug === 'internal-error') this.logger.error(error);
      return refused(form, visit, typed, problem);
    }
  }

  private get signIn(): string {
    return `${this.pages.context.basePath}/sign-in`;
  }

  private toSignIn(response: Response, path: string, query: Query): void {
    const own = new URLSearchParams(query).toString();
    const to = encodeURIComponent(own === '' ? path : `${path}?${own}`);
    this.pages.redirect(response, 303, `${this.signIn}?to=${to}`);
  }
}

async function refused(form: ReceivedForm, visit: FormVisit, typed: Typed, problem: Problem): Promise<FormAnswer> {
  return { view: await form.again(visit, typed, problem), status: problem.status };
}

function searchOf({ url }: Request): string {
  const query = addressParts(url).query.toString();
  return query === '' ? '' : `?${query}`;
}

/** @throws Problem 403 where the form came from another site's page */
export function mustBeFromHere({ headers }: IncomingMessage, origin: string | undefined): void {
  if (!fromElsewhere(headers, origin)) return;
  throw new Problem({
    slug: 'not-from-here',
    title: 'This form came from another site',
    status: 403,
    detail:
      'Another site’s page tried to send a form to Milepost. Nothing was recorded. ' +
      'If you meant to send something, open the page here and fill in its form.',
  });
}

function anotherSession(): Problem {
  return new Problem({
    slug: 'form-of-another-session',
    title: 'You signed in again since this form was opened',
    status: 403,
    detail: 'Nothing was recorded. What you typed is still here: check it, then send it again.',
  });
}

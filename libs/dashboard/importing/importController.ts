import { Allows, permits } from '@milepost/access';
import { Problem } from '@milepost/platform';
import { Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Desk } from '../desk';
import { Forms } from '../forms/forms';
import type { FormAnswer } from '../forms/forms';
import type { FormVisit } from '../forms/formVisit';
import type { Typed } from '../forms/parseForm';
import { roleInWords } from '../format/roleInWords';
import { PageErrors } from '../http/pageErrors';
import { FILE_FIELDS, fileForm } from './fileForm';
import { checkedPage, filePage, outcomeDigest, recordedPage } from './filePages';
import { readUpload } from './readUpload';

const IMPORT = { path: '/import', parameters: [] } as const;

/** A file by form: sent, looked at, and only then recorded. */
@Controller('import')
@Allows('open')
@UseFilters(PageErrors)
export class ImportController {
  constructor(
    private readonly forms: Forms,
    private readonly desk: Desk,
  ) {}

  @Get()
  async form(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.forms.show(request, response, IMPORT, (visit) => {
      mustBeAbleToImport(visit);
      return filePage(visit);
    });
  }

  @Post()
  async receive(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.forms.receive(request, response, {
      ...IMPORT,
      fields: FILE_FIELDS,
      read: readUpload,
      again: (visit, typed, refusal) => filePage(visit, typed, inWords(refusal)),
      sent: (visit, typed) => this.sent(visit, typed),
    });
  }

  /** A file that was not looked at yet is; one that was is recorded, where what was said of it still holds. */
  private async sent(visit: FormVisit, typed: Typed): Promise<FormAnswer> {
    mustBeAbleToImport(visit);
    const form = fileForm(typed);
    if ('messages' in form) return { view: filePage(visit, typed, form.messages), status: 400 };
    const { file } = form;
    const outcome = await this.desk.importFile(file, visit.session, true);
    const { outcome: seen = '' } = typed;
    if (seen !== outcomeDigest(outcome)) return { view: checkedPage(visit, file, typed, outcome, seen !== '') };
    return { view: recordedPage(visit, file, await this.desk.importFile(file, visit.session, false)) };
  }
}

/** @throws Problem 403 `not-permitted`, in words for people */
function mustBeAbleToImport({ session }: FormVisit): void {
  if (permits(session.role, 'import')) return;
  throw new Problem({
    slug: 'not-permitted',
    title: 'You cannot do this',
    status: 403,
    detail:
      `You are signed in as ${roleInWords(session.role).toLowerCase()}, who does not send files. ` +
      'Ask whoever gave you your sign-in link for one with another role.',
  });
}

/** What was refused, as it stands above the form; the file itself no page can put back. */
function inWords({ slug, detail, errors }: Problem): string {
  if (slug !== 'form-of-another-session') return errors.map((error) => error.detail).join(' ') || detail;
  return 'You signed in again since this form was opened. Nothing was recorded. Select the file again, then send it.';
}

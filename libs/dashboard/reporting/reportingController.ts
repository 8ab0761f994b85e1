import { Allows } from '@milepost/access';
import { resolveMoment } from '@milepost/views';
import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Desk } from '../desk';
import { Forms } from '../forms/forms';
import type { FormVisit } from '../forms/formVisit';
import { PageErrors } from '../http/pageErrors';
import { Pages } from '../visit/pages';
import { answerChoice } from './answerChoice';
import { answerForm } from './answerForm';
import { CHOICE_FIELDS, choosePage, findTrustPage, groupIn } from './choosePages';
import { correctionInputs, correctionKind } from './correctionKind';
import { factNow } from './factNow';
import type { FactNow } from './factNow';
import { STEP_FIELDS } from './formKind';
import type { FormKind } from './formKind';
import { formView, refusalView } from './formPages';
import { disputeKind, markInputs, reinstatementKind, retractionKind, settlementKind } from './markKinds';
import type { Mark } from './markKinds';
import { reportInputs, reportKind } from './reportKind';

/** A form's address, the names of its fields, and the form as it is for a visit. */
interface Place {
  readonly path: string;
  readonly fields: () => readonly string[];
  readonly kind: (visit: FormVisit) => FormKind;
}

/** Reporting about a trust, and everything that can be said by form of what is recorded. */
@Controller()
// Open to the server's guard: a form lets its reader in itself, by the session.
@Allows('open')
@UseFilters(PageErrors)
export class ReportingController {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly desk: Desk,
  ) {}

  @Get('report')
  find(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.forms.show(request, response, { path: '/report', parameters: ['search'] }, findTrustPage);
  }

  @Get('trusts/:ods/report')
  choose(@Req() request: Request, @Res() response: Response, @Param('ods') ods: string): Promise<void> {
    const path = `/trusts/${encodeURIComponent(ods)}/report`;
    return this.forms.show(request, response, { path, parameters: ['what'] }, (visit) =>
      choosePage(visit, ods, groupIn(visit.query)),
    );
  }

  @Post('trusts/:ods/report')
  chosen(@Req() request: Request, @Res() response: Response, @Param('ods') ods: string): Promise<void> {
    return this.forms.receive(request, response, {
      path: `/trusts/${encodeURIComponent(ods)}/report`,
      parameters: ['what'],
      fields: CHOICE_FIELDS,
      sent: (visit, typed) => Promise.resolve(answerChoice(visit, ods, typed)),
      again: (visit, typed, { detail }) => choosePage(visit, ods, groupIn(visit.query), detail, typed),
    });
  }

  @Get('trusts/:ods/report/:slug')
  report(
    @Req() request: Request,
    @Res() response: Response,
    @Param() at: { ods: string; slug: string },
  ): Promise<void> {
    return this.show(request, response, reportPlace(at));
  }

  @Post('trusts/:ods/report/:slug')
  reported(
    @Req() request: Request,
    @Res() response: Response,
    @Param() at: { ods: string; slug: string },
  ): Promise<void> {
    return this.receive(request, response, reportPlace(at));
  }

  @Get('facts/:fact/correct')
  correct(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.show(request, response, this.correctPlace(fact));
  }

  @Post('facts/:fact/correct')
  corrected(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.receive(request, response, this.correctPlace(fact));
  }

  @Get('facts/:fact/retract')
  retract(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.show(request, response, markPlace(fact, 'retract', retractionKind));
  }

  @Post('facts/:fact/retract')
  retracted(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.receive(request, response, markPlace(fact, 'retract', retractionKind));
  }

  @Get('facts/:fact/dispute')
  dispute(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.show(request, response, markPlace(fact, 'dispute', disputeKind));
  }

  @Post('facts/:fact/dispute')
  disputed(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.receive(request, response, markPlace(fact, 'dispute', disputeKind));
  }

  @Get('facts/:fact/reinstate')
  reinstate(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.show(request, response, markPlace(fact, 'reinstate', reinstatementKind));
  }

  @Post('facts/:fact/reinstate')
  reinstated(@Req() request: Request, @Res() response: Response, @Param('fact') fact: string): Promise<void> {
    return this.receive(request, response, markPlace(fact, 'reinstate', reinstatementKind));
  }

  @Get('facts/:fact/disputes/:dispute/settle')
  settle(@Req() request: Request, @Res() response: Response, @Param() at: DisputeAddress): Promise<void> {
    return this.show(request, response, settlementPlace(at));
  }

  @Post('facts/:fact/disputes/:dispute/settle')
  settled(@Req() request: Request, @Res() response: Response, @Param() at: DisputeAddress): Promise<void> {
    return this.receive(request, response, settlementPlace(at));
  }

  private show(request: Request, response: Response, { path, kind }: Place): Promise<void> {
    return this.forms.show(request, response, { path, parameters: [] }, (visit) => {
      const form = kind(visit);
      return formView(visit, form, form.first);
    });
  }

  private receive(request: Request, response: Response, { path, fields, kind }: Place): Promise<void> {
    return this.forms.receive(request, response, {
      path,
      parameters: [],
      fields: [...STEP_FIELDS, ...fields()],
      sent: (visit, typed) => answerForm(this.desk, visit, kind(visit), typed),
      again: (visit, typed, problem) => refusalView(visit, kind(visit), typed, problem),
    });
  }

  /** Which fields a correction has depends on the fact, so it is looked up before the form is read. */
  private correctPlace(id: string): Place {
    const path = `/facts/${encodeURIComponent(id)}/correct`;
    const fields = (): readonly string[] => correctionInputs(this.factAt(id));
    return { path, fields, kind: (visit) => correctionKind(visit, factNow(visit, id)) };
  }

  private factAt(id: string): FactNow {
    const { context } = this.pages;
    return factNow({ context, questions: context.questions(), moment: resolveMoment(context, {}).moment }, id);
  }
}

function reportPlace({ ods, slug }: { readonly ods: string; readonly slug: string }): Place {
  const path = `/trusts/${encodeURIComponent(ods)}/report/${encodeURIComponent(slug)}`;
  return { path, fields: reportInputs, kind: (visit) => reportKind(visit, ods, slug) };
}

function markPlace(
  id: string,
  mark: Exclude<Mark, 'settle'>,
  kindOf: (visit: FormVisit, fact: FactNow) => FormKind,
): Place {
  const path = `/facts/${encodeURIComponent(id)}/${mark}`;
  return { path, fields: () => markInputs(mark), kind: (visit) => kindOf(visit, factNow(visit, id)) };
}

interface DisputeAddress {
  readonly fact: string;
  readonly dispute: string;
}

function settlementPlace({ fact, dispute }: DisputeAddress): Place {
  const path = `/facts/${encodeURIComponent(fact)}/disputes/${encodeURIComponent(dispute)}/settle`;
  const kind = (visit: FormVisit): FormKind => settlementKind(visit, factNow(visit, fact), dispute);
  return { path, fields: () => markInputs('settle'), kind };
}

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Allows } from '@milepost/access';
import { LedgerContext } from '@milepost/views';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { RouteCatalogue } from '../http/routeCatalogue';

/** The description of the interface, made when it is first asked for. */
@Controller()
@Allows('open')
export class OpenApiController {
  private document: Promise<object> | undefined;

  constructor(
    @Inject(RouteCatalogue) private readonly routes: RouteCatalogue,
    @Inject(LedgerContext) private readonly context: LedgerContext,
  ) {}

  @Get('openapi.json')
  @Operation({ summary: 'This document', answers: { 200: Type.Object({ openapi: Type.Literal('3.1.0') }) } })
  read(@Query() _query: NoQuery): Promise<object> {
    this.document ??= this.make();
    return this.document;
  }

  private async make(): Promise<object> {
    const { openApiDocument } = await import('./openApiDocument');
    return openApiDocument(this.routes.routes, this.context.basePath);
  }
}

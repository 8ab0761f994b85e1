import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { Response } from 'express';
import { Allows } from '@milepost/access';
import { InstantText, Members, Nullable } from '../answers/schemaParts';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import { Readiness } from './readiness';

const Health = Members({
  status: Type.Union([Type.Literal('ready'), Type.Literal('not-ready')]),
  freshAt: Nullable(InstantText),
  checks: Type.Array(Members({ name: Type.String(), ok: Type.Boolean(), detail: Type.String() })),
});

/** For whoever watches over the process. */
@Controller('health')
@Allows('open')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('live')
  @Operation({ summary: 'Whether the process answers', answers: { 200: Members({ status: Type.Literal('live') }) } })
  live(@Query() _query: NoQuery) {
    return { status: 'live' };
  }

  @Get('ready')
  @Operation({
    summary: 'Whether store, ledger and views are where they should be, each by name',
    answers: { 200: Health, 503: Health },
  })
  ready(@Query() _query: NoQuery, @Res({ passthrough: true }) response: Response) {
    const checks = this.readiness.checks();
    const isReady = checks.every(({ ok }) => ok);
    const { lastFresh } = this.readiness;
    response.status(isReady ? 200 : 503);
    response.setHeader('Cache-Control', 'no-store');
    return {
      status: isReady ? 'ready' : 'not-ready',
      freshAt: lastFresh === undefined ? null : new Date(lastFresh).toISOString(),
      checks,
    };
  }
}

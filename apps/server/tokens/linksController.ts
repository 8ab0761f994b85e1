import { Body, Controller, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { Response } from 'express';
import { Allows, SIGN_IN_SCOPE } from '@milepost/access';
import { LedgerContext } from '@milepost/views';
import { InstantText, Members, Nullable, OneOf } from '../answers/schemaParts';
import { PUBLIC_ORIGIN } from '../desk/publicOrigin';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { invalidRequest } from '../http/requestProblems';
import { requestFacts } from '../recording/requestFacts';
import { IssueToken } from './issueToken';
import { linkAddress } from './linkAddress';
import { LINK_ROLES, LinkBody } from './linkBody';

const HOLDS_MS = 30 * 60 * 1000;
const LONGEST_DAYS = 7;

const LinkAnswer = Members({
  id: Type.String(),
  role: OneOf(...LINK_ROLES),
  trusts: Nullable(Type.Array(Type.String())),
  expiresAt: InstantText,
  link: Type.String({ description: 'Shown once; kept nowhere. It opens one session of the pages.' }),
});

/** Sign-in links: tokens that are good once, for a session of the pages. */
@Controller('api/v1/tokens/links')
@Allows('manage-tokens')
export class LinksController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(PUBLIC_ORIGIN) private readonly origin: string | undefined,
  ) {}

  @Post()
  @Operation({ summary: 'Issue a sign-in link; it opens one session of the pages', answers: { 201: LinkAnswer } })
  async issue(
    @Query() _query: NoQuery,
    @Body() { role, trusts, expiresAt }: LinkBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Static<typeof LinkAnswer>> {
    const now = this.context.clock();
    const until = expiresAt === undefined ? now + HOLDS_MS : Date.parse(expiresAt);
    if (until > now + LONGEST_DAYS * 24 * 60 * 60 * 1000) throw tooLong();
    const order = { role, trusts, scopes: [SIGN_IN_SCOPE], expiresAt: until };
    const { id, token } = await this.commands.execute(new IssueToken(order, requestFacts(request)));
    response.setHeader('Cache-Control', 'no-store');
    const origin = this.origin ?? `http://${request.headers.host ?? 'localhost'}`;
    return {
      id,
      role,
      trusts: trusts ?? null,
      expiresAt: new Date(until).toISOString(),
      link: linkAddress(origin, this.context.basePath, token),
    };
  }
}

function tooLong() {
  const detail = `A sign-in link holds for ${LONGEST_DAYS} days at most; without this for 30 minutes.`;
  return invalidRequest([{ pointer: '/expiresAt', detail }]);
}

import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { Response } from 'express';
import { Allows, PAGES_SCOPE, SIGN_IN_SCOPE, TokenRegister } from '@milepost/access';
import type { TokenRecord } from '@milepost/access';
import { TOKEN_ROLES } from '@milepost/domain';
import { LedgerContext } from '@milepost/views';
import { InstantText, Members, Nullable, OneOf } from '../answers/schemaParts';
import { Answer } from '../http/answer';
import { readCursor, writeCursor } from '../http/cursor';
import { NoQuery } from '../http/momentQuery';
import { Operation } from '../http/operation';
import type { MilepostRequest } from '../http/requestContext';
import { invalidRequest } from '../http/requestProblems';
import { requestFacts } from '../recording/requestFacts';
import { IssueToken } from './issueToken';
import { RevokeToken } from './revokeToken';
import { TokenBody, TokenPath, TokensQuery } from './tokenBodies';

const token = {
  id: Type.String(),
  role: OneOf(...TOKEN_ROLES),
  trusts: Nullable(Type.Array(Type.String())),
  scopes: Nullable(Type.Array(Type.String())),
  expiresAt: Nullable(InstantText),
};
const TokenAnswer = Members({
  ...token,
  issuedAt: InstantText,
  issuedBy: Type.String(),
  revokedAt: Nullable(InstantText),
});
const IssuedAnswer = Members({ ...token, token: Type.String({ description: 'Shown once; kept nowhere.' }) });

/** Who holds tokens. Their secrets are nowhere. */
@Controller('api/v1/tokens')
@Allows('manage-tokens')
export class TokensController {
  constructor(
    @Inject(LedgerContext) private readonly context: LedgerContext,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(TokenRegister) private readonly register: TokenRegister,
  ) {}

  @Get()
  @Operation({
    summary: 'Tokens that were issued, newest first',
    answers: {
      200: Members({
        items: Type.Array(TokenAnswer),
        total: Type.Integer({ minimum: 0 }),
        next: Nullable(Type.String()),
      }),
    },
  })
  list(@Query() { cursor, limit }: TokensQuery, @Req() { sentPath }: MilepostRequest): Answer {
    const [offset] = cursor === undefined ? [0] : readCursor(cursor, sentPath, {}, 1);
    const from = offset ?? 0;
    const tokens = this.register.list();
    const items = tokens.slice(from, from + limit).map(tokenAnswer);
    const reached = from + items.length;
    const next =
      reached < tokens.length ? `${sentPath}?limit=${limit}&cursor=${writeCursor(sentPath, {}, [reached])}` : undefined;
    const address = next === undefined ? null : this.context.basePath + next;
    return new Answer({ body: { items, total: tokens.length, next: address }, next });
  }

  @Post()
  @Operation({ summary: 'Issue a token', answers: { 201: IssuedAnswer } })
  async issue(
    @Query() _query: NoQuery,
    @Body() { role, trusts, scopes, expiresAt }: TokenBody,
    @Req() request: MilepostRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Static<typeof IssuedAnswer>> {
    mustNotReserve(scopes);
    const until = expiresAt === undefined ? undefined : Date.parse(expiresAt);
    const order = { role, trusts, scopes, expiresAt: until };
    const issued = await this.commands.execute(new IssueToken(order, requestFacts(request)));
    response.setHeader('Cache-Control', 'no-store');
    return {
      id: issued.id,
      role,
      trusts: trusts ?? null,
      scopes: scopes ?? null,
      expiresAt: instant(until),
      token: issued.token,
    };
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @Operation({
    summary: 'Revoke a token; it opens nothing any more within a minute, everywhere',
    answers: { 204: null },
    problems: ['unknown-token', 'last-administrator'],
  })
  async revoke(@Param() { tokenId }: TokenPath, @Query() _query: NoQuery, @Req() request: MilepostRequest) {
    await this.commands.execute(new RevokeToken(tokenId, requestFacts(request)));
  }
}

/** What opens the pages is issued as a link, which holds for a while and is good once. */
function mustNotReserve(scopes: readonly string[] = []): void {
  if (!scopes.some((scope) => scope === SIGN_IN_SCOPE || scope === PAGES_SCOPE)) return;
  const detail = `${SIGN_IN_SCOPE} and ${PAGES_SCOPE} are of sign-in links and sessions; POST /api/v1/tokens/links issues a link.`;
  throw invalidRequest([{ pointer: '/scopes', detail }]);
}

function tokenAnswer(record: TokenRecord): Static<typeof TokenAnswer> {
  return {
    id: record.id,
    role: record.role,
    trusts: record.trusts === undefined ? null : [...record.trusts],
    scopes: record.scopes === undefined ? null : [...record.scopes],
    expiresAt: instant(record.expiresAt),
    issuedAt: new Date(record.issuedAt).toISOString(),
    issuedBy: record.issuedBy,
    revokedAt: instant(record.revokedAt),
  };
}

function instant(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}

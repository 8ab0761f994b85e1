import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { isGood, TokenDesk, TokenRegister, TokenVerifier, useOf } from '@milepost/access';
import type { TokenRecord } from '@milepost/access';
import { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import type { RequestFacts } from '../recording/requestFacts';
import { askerOf } from './asker';

/** Revokes a token, from now on and for good. */
export class RevokeToken extends Command<void> {
  constructor(
    readonly tokenId: string,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

@CommandHandler(RevokeToken)
export class RevokeTokenHandler implements ICommandHandler<RevokeToken> {
  constructor(
    @Inject(TokenDesk) private readonly desk: TokenDesk,
    @Inject(TokenRegister) private readonly register: TokenRegister,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(LedgerContext) private readonly context: LedgerContext,
  ) {}

  async execute({ tokenId, request }: RevokeToken): Promise<void> {
    this.mustNotBeLast(tokenId);
    const outcome = await this.desk.revoke(tokenId, askerOf(request));
    this.verifier.forget(tokenId);
    for (const session of this.openedBy(tokenId)) await this.end(session, request);
    if (outcome === 'unknown') {
      throw new Problem({
        slug: 'unknown-token',
        title: 'No such token',
        status: 404,
        detail: `No token ${tokenId} was issued here. GET /api/v1/tokens lists them.`,
      });
    }
  }

  /** Sessions that a sign-in link opened: whoever revokes a link means all that came of it. */
  private openedBy(tokenId: string): readonly string[] {
    const now = this.context.clock();
    const opened = (token: TokenRecord): boolean =>
      token.issuedBy === tokenId && useOf(token) === 'session' && isGood(token, now);
    return this.register
      .list()
      .filter(opened)
      .map(({ id }) => id);
  }

  private async end(tokenId: string, request: RequestFacts): Promise<void> {
    await this.desk.revoke(tokenId, askerOf(request));
    this.verifier.forget(tokenId);
  }

  /** Without an administrator nobody could ever issue a token again. */
  private mustNotBeLast(tokenId: string): void {
    const now = this.context.clock();
    const administrators = this.register
      .list()
      .filter((token) => token.role === 'administrator' && useOf(token) === 'bearer' && isGood(token, now));
    if (administrators.length !== 1 || administrators[0]?.id !== tokenId) return;
    throw new Problem({
      slug: 'last-administrator',
      title: 'The last administrator',
      status: 409,
      detail: "This is the last administrator's token. Issue another administrator's first, then revoke this one.",
    });
  }
}

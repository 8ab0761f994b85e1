import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { TokenDesk } from '@milepost/access';
import type { TokenOrder } from '@milepost/access';
import { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import { invalidRequest } from '../http/requestProblems';
import type { RequestFacts } from '../recording/requestFacts';
import { askerOf } from './asker';

export interface IssuedToken {
  readonly id: string;
  /** Shown here and never again. */
  readonly token: string;
}

/** Issues a token. */
export class IssueToken extends Command<IssuedToken> {
  constructor(
    readonly order: TokenOrder,
    readonly request: RequestFacts,
  ) {
    super();
  }
}

const ONLY_FOR_WRITERS = ['reporter', 'assessor'];

@CommandHandler(IssueToken)
export class IssueTokenHandler implements ICommandHandler<IssueToken> {
  constructor(
    @Inject(TokenDesk) private readonly desk: TokenDesk,
    @Inject(LedgerContext) private readonly context: LedgerContext,
  ) {}

  async execute({ order, request }: IssueToken): Promise<IssuedToken> {
    if (request.idempotencyKey !== undefined) throw keyNotTaken();
    if (order.trusts !== undefined && !ONLY_FOR_WRITERS.includes(order.role)) {
      const detail = `A token of role ${order.role} is for all trusts; leave this out.`;
      throw invalidRequest([{ pointer: '/trusts', detail }]);
    }
    if (order.expiresAt !== undefined && order.expiresAt <= this.context.clock()) {
      throw invalidRequest([{ pointer: '/expiresAt', detail: 'Name an instant that is still to come.' }]);
    }
    let token = '';
    const id = await this.desk.issue(order, askerOf(request), (text) => (token = text));
    return { id, token };
  }
}

/** A repetition could not be answered as the first time: the secret is kept nowhere. */
function keyNotTaken(): Problem {
  const detail = 'A token is shown once and kept nowhere, so issuing one cannot be repeated. Leave the key out.';
  return invalidRequest([{ parameter: 'Idempotency-Key', detail }]);
}

import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { InvalidPositionToken, waitForToken } from '@milepost/ledger';
import type { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import { mustBecomeVisible, notVisibleYet } from './mustBecomeVisible';
import type { MilepostRequest } from './requestContext';
import { invalidRequest } from './requestProblems';

/** How long a read waits for a write to become visible before it says that it is not. */
const WAIT_MS = 4_000;

/** Makes a read with `Milepost-After` wait until ledger and views hold that write, so that nobody reads the past of their own doing. */
@Injectable()
export class MilepostAfter implements CanActivate {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const { headers, method } = execution.switchToHttp().getRequest<MilepostRequest>();
    const token = headers['milepost-after'];
    if (token === undefined || (method !== 'GET' && method !== 'HEAD')) return true;
    if (typeof token !== 'string') throw notAToken('Send one token.');
    const end = performance.now() + WAIT_MS;
    const sequence = await this.inLedger(token);
    if (sequence === undefined) throw notVisibleYet();
    await mustBecomeVisible(this.context, sequence, end - performance.now());
    return true;
  }

  private async inLedger(token: string): Promise<number | undefined> {
    const { ledger, watch } = this.context;
    try {
      return await waitForToken({ ledger, reader: this.context.reader(), watch }, token, WAIT_MS);
    } catch (error) {
      if (error instanceof InvalidPositionToken) throw notAToken(error.message);
      throw error;
    }
  }
}

function notAToken(detail: string): Problem {
  return invalidRequest([{ parameter: 'Milepost-After', detail }]);
}

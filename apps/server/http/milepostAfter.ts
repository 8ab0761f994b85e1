import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { InvalidPositionToken, waitForToken } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import { filter, firstValueFrom, interval, map, merge, take, timer } from 'rxjs';
import type { MilepostRequest } from './requestContext';
import { invalidRequest } from './requestProblems';

/** How long a read waits for a write to become visible before it says that it is not. */
const WAIT_MS = 4_000;
/** The views follow the ledger within milliseconds; while they are waited for they are asked this often. */
const LOOK_MS = 20;

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
    if (sequence === undefined || !(await this.inViews(sequence, end - performance.now()))) throw notVisibleYet();
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

  private inViews(sequence: number, ms: number): Promise<boolean> {
    const applied = (): boolean =>
      this.context
        .questions()
        .status()
        .every(({ next }) => next > sequence);
    if (applied()) return Promise.resolve(true);
    const seen = interval(LOOK_MS).pipe(map(applied), filter(Boolean));
    return firstValueFrom(merge(seen, timer(Math.max(0, ms)).pipe(map(() => false))).pipe(take(1)));
  }
}

function notAToken(detail: string): Problem {
  return invalidRequest([{ parameter: 'Milepost-After', detail }]);
}

function notVisibleYet(): Problem {
  return new Problem({
    slug: 'not-visible-yet',
    title: 'Your write is not visible yet',
    status: 503,
    detail: 'It is recorded, and will be seen here. Ask again, or without Milepost-After for what is visible now.',
    retryAfter: 1,
  });
}

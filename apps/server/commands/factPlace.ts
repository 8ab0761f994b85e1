import { Inject, Injectable } from '@nestjs/common';
import { mustWriteFor } from '@milepost/access';
import type { Principal } from '@milepost/access';
import { isFactType } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import { noSuch } from '../http/requestProblems';

/** Where a fact lies, so that what is said of it goes to the same stream. */
export interface FactPlace {
  /** The stream without the ledger's name. */
  readonly subject: string;
  readonly type: FactType;
}

/** Finds facts by their ids in the ledger. */
@Injectable()
export class FactPlaces {
  constructor(@Inject(LedgerContext) private readonly context: LedgerContext) {}

  /** @throws Problem 404 `unknown-fact` */
  placeOf(factId: string): FactPlace {
    const entry = this.context.reader().entryById(factId);
    if (entry === undefined || !isFactType(entry.type)) {
      throw noSuch('fact', factId, 'A fact is named by the id of its first version; the history of a trust has them.');
    }
    return { subject: entry.stream.slice(this.context.ledger.length + 1), type: entry.type };
  }
}

/**
 * Facts about a trust are for whoever writes for it; any other (a statement, a target, an ICB) is the programme's.
 * @throws Problem 403
 */
export function mustWriteAbout(principal: Principal, subject: string): void {
  if (subject.startsWith('trust-')) return mustWriteFor(principal, subject.slice('trust-'.length));
  if (principal.role === 'programme') return;
  throw new Problem({
    slug: 'not-permitted',
    title: 'This role may not do that',
    status: 403,
    detail: `A ${principal.role}'s token writes about trusts; ${subject} is the programme's. Use a token of role programme.`,
  });
}

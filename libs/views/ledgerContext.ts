import type { Observable } from 'rxjs';
import type { LedgerKind } from '@milepost/domain';
import type { LedgerReader, LedgerWatch } from '@milepost/ledger';
import type { Clock } from '@milepost/platform';
import type { Startup } from './startup';
import type { ViewQuestions } from './viewQuestions';

/**
 * One ledger as the application mounted for it sees it. API and pages are given the same one, and no application sees two.
 * A class, so that Nest can inject it by its name.
 */
export abstract class LedgerContext {
  /** The ledger's name, `milepost`. */
  abstract readonly ledger: string;
  abstract readonly kind: LedgerKind;
  /** Where the application is mounted: `` for the root, else `/demonstration`, never with a slash at its end. */
  abstract readonly basePath: string;
  abstract readonly clock: Clock;
  abstract readonly watch: LedgerWatch;
  /** What the start is at; replays its last value. */
  abstract readonly startup: Observable<Startup>;
  /** @throws Problem `starting` (503) until the ledger's file is there. */
  abstract reader(): LedgerReader;
  /** @throws Problem `starting` (503) until there are views. */
  abstract questions(): ViewQuestions;
}

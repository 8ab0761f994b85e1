import type { LedgerKind } from '@milepost/domain';
import type { LedgerReader, LedgerWatch, RemoteWatch } from '@milepost/ledger';
import { remoteWatch } from '@milepost/ledger';
import { Problem } from '@milepost/platform';
import type { Clock } from '@milepost/platform';
import { LedgerContext } from '@milepost/views';
import type { Startup, ViewQuestions } from '@milepost/views';
import { BehaviorSubject } from 'rxjs';
import type { LedgerMount } from './ledgerMount';

type OpenQuestions = ViewQuestions & { close(): void };

/** A ledger as the main thread has it: watched through messages, read through read-only connections once its files are there. */
export class RunningLedger extends LedgerContext {
  readonly ledger: string;
  readonly kind: LedgerKind;
  readonly basePath: string;
  readonly startup = new BehaviorSubject<Startup>({ kind: 'starting', step: 'Opening the store' });
  readonly remote: RemoteWatch;
  private openReader: LedgerReader | undefined;
  private openQuestions: OpenQuestions | undefined;

  constructor(
    mount: LedgerMount,
    readonly clock: Clock,
  ) {
    super();
    this.ledger = mount.ledger;
    this.kind = mount.kind;
    this.basePath = mount.basePath;
    this.remote = remoteWatch(mount.ledger);
  }

  get watch(): LedgerWatch {
    return this.remote.watch;
  }

  /** The files are there. A ledger without views has no questions. */
  opened(reader: LedgerReader, questions?: OpenQuestions): void {
    this.openReader = reader;
    this.openQuestions = questions;
  }

  reader(): LedgerReader {
    if (this.openReader === undefined) throw starting();
    return this.openReader;
  }

  questions(): ViewQuestions {
    if (this.openQuestions === undefined) throw starting();
    return this.openQuestions;
  }

  close(): void {
    this.remote.close();
    this.openQuestions?.close();
    this.openReader?.close();
    this.openReader = undefined;
    this.openQuestions = undefined;
  }
}

function starting(): Problem {
  return new Problem({
    slug: 'starting',
    title: 'Still starting',
    status: 503,
    detail: 'The ledger is being opened. Ask again in a moment.',
    retryAfter: 1,
  });
}

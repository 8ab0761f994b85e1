import type { Clock, Config, Logger } from '@milepost/platform';
import type { LedgerMount } from './ledgerMount';

export interface ServerOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Takes lines for whoever started it: where it listens, how the import goes, the first token. */
  readonly say: (line: string) => void;
  readonly clock?: Clock;
  /** Each is an application of its own under its base path. */
  readonly mounts?: readonly LedgerMount[];
  /** Store and follower in this thread, for tests that run from source, which a thread cannot load. */
  readonly inOneThread?: boolean;
}

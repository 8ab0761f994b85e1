import type { EventMetadata } from '@milepost/event-store';
import type { Clock } from '@milepost/platform';
import type { ImportProgress } from './importProgress';

export interface ImportOptions {
  /** Who imports: a token's role and random id, or the program itself. */
  readonly actor: EventMetadata['actor'];
  /** For `recordedAt` alone; what is imported, and as what, does not depend on it. */
  readonly clock: Clock;
  /** Works everything out against what is recorded, and appends nothing. */
  readonly dryRun?: boolean;
  /** Leaves everything as it is where the last import of the data set went to its end and said the same. */
  readonly unlessCompleted?: boolean;
  /** So many of the rows that give something new stand in the report; none by default. */
  readonly rowsInReport?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops the run between two events. */
  readonly signal?: AbortSignal;
  /** Id of the request that asked for it. */
  readonly correlationId?: string;
}

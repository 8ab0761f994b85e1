import { FACT_CORRECTED } from '@milepost/domain';
import { importEventId } from '@milepost/event-store';
import type { EventMetadata, NewEvent } from '@milepost/event-store';
import type { EventInOrder } from '../plan/inOrder';
import type { EventDecision } from './decideEvent';
import type { ImportOptions } from './importOptions';

/** Where an import writes to. */
export interface ImportTarget {
  readonly ledger: string;
  readonly dataSet: string;
}

/**
 * The event as it is appended. Its id follows from what it says and what it replaces (fixed formats, "Ids"), so that the same
 * import, done twice or cut off and done again, is the same event.
 */
export function newEventOf(
  { ledger, dataSet }: ImportTarget,
  { event, file }: EventInOrder,
  content: string,
  decision: Extract<EventDecision, { do: 'record' | 'correct' }>,
  { actor, clock, correlationId }: ImportOptions,
): NewEvent {
  const { type, key, data } = event;
  const replaces = decision.do === 'correct' ? decision.replaces : '';
  const metadata: EventMetadata = {
    recordedAt: new Date(clock()).toISOString(),
    actor,
    origin: 'import',
    public: event.public,
    import: { dataSet, key, content },
    ...(correlationId === undefined ? {} : { $correlationId: correlationId }),
  };
  const id = importEventId(ledger, dataSet, key, type, replaces, content);
  if (decision.do === 'record') return { id, type, data, metadata };
  const corrects = { fact: decision.fact, replaces, type, reason: `${file} says something else now.` };
  return { id, type: FACT_CORRECTED, data: { ...data, corrects }, metadata };
}

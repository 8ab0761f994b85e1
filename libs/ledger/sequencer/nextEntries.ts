import { comparePositions, positionText } from '@milepost/event-store';
import type { Position, StoredEvent } from '@milepost/event-store';
import { effectiveTime } from '../entry/effectiveTime';
import { entryParts } from '../entry/entryParts';
import type { StreamTip } from '../file/ledgerFile';
import type { NewEntry } from '../file/newEntry';
import { openingOf } from '../opening/openingOf';

/** Where a ledger stands: what the next entry's number, predecessor and time depend on. */
export interface LedgerTip {
  readonly ledger: string;
  readonly size: number;
  readonly position: Position | undefined;
  readonly lastRecordedAt: number | undefined;
  tipOf(stream: string): StreamTip | undefined;
}

export interface Sequenced {
  readonly entries: readonly NewEntry[];
  /** Where the event of the last entry stands; undefined where there is none. */
  readonly position: Position | undefined;
  /** Why the event after the last entry must not be sequenced; undefined where all were. */
  readonly halt: string | undefined;
}

/**
 * Gives the events of a batch their numbers, in the order they came, up to the first that must not have one.
 * Events outside the ledger's prefix are none of its business; every other event is an entry, whoever wrote it.
 */
export function nextEntries(tip: LedgerTip, batch: readonly StoredEvent[]): Sequenced {
  const entries: NewEntry[] = [];
  const tips = new Map<string, StreamTip>();
  let { position, lastRecordedAt } = tip;
  let halt: string | undefined;
  for (const event of batch) {
    if (!event.stream.startsWith(`${tip.ledger}.`)) continue;
    const sequence = tip.size + entries.length;
    const before = tips.get(event.stream) ?? tip.tipOf(event.stream);
    halt = whyNotNext(tip.ledger, sequence, event, position, before);
    if (halt !== undefined) break;
    const { recordedAt, ...parts } = entryParts(event, before?.sequence);
    lastRecordedAt = effectiveTime(recordedAt, lastRecordedAt);
    const revision = Number(event.revision);
    const { stream, id, type } = event;
    entries.push({
      ...parts,
      sequence,
      stream,
      revision,
      id,
      type,
      recordedAt: lastRecordedAt,
      previous: before?.sequence,
    });
    tips.set(stream, { sequence, revision });
    position = event.position;
  }
  return { entries, position: entries.length > 0 ? position : undefined, halt };
}

/** The checks of an event against what stands before it; each failure is a sentence, and final. */
function whyNotNext(
  ledger: string,
  sequence: number,
  event: StoredEvent,
  position: Position | undefined,
  before: StreamTip | undefined,
): string | undefined {
  if (sequence === 0) {
    try {
      openingOf(event, ledger);
    } catch (error) {
      return (error as Error).message;
    }
  }
  if (position && comparePositions(event.position, position) <= 0) {
    return (
      `The event store delivered event ${event.id} at ${positionText(event.position)} after ${positionText(position)}: ` +
      'its order has changed, so it was restored or replaced.'
    );
  }
  const expected = before ? before.revision + 1 : 0;
  if (event.revision === BigInt(expected)) return undefined;
  return (
    `The store has lost events: revision ${expected} of ${event.stream} should come next and revision ${event.revision} came. ` +
    'Restore the event store whole, or decide on a new epoch.'
  );
}

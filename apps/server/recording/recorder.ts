import { Injectable } from '@nestjs/common';
import { foldStream, parseDay, repeated } from '@milepost/domain';
import type { DecidingContext, Decision, DomainEvent, StreamFold } from '@milepost/domain';
import { OutcomeUnknown, randomEventId, requestEventId, StoreUnavailable, WrongRevision } from '@milepost/event-store';
import type { EventMetadata, EventStore, JsonObject, NewEvent, StoredEvent } from '@milepost/event-store';
import { positionToken, waitForToken } from '@milepost/ledger';
import { londonDay } from '@milepost/platform';
import type { LedgerContext } from '@milepost/views';
import { COMMAND_MS, withinTime } from './deadline';
import { mustMatch } from './ifMatch';
import { keyReused, rejectionProblem } from './rejectionProblem';
import type { RequestFacts } from './requestFacts';
import { streamEvents } from './streamEvents';
import type { WritingAllowed } from './writingAllowed';

/** What is to be recorded on one stream. */
export interface Recording {
  /** The stream without the ledger's name: `trust-RXX`. */
  readonly subject: string;
  readonly request: RequestFacts;
  /** Metadata that the command brings beside what every event has. */
  readonly evidence?: EventMetadata['evidence'] | undefined;
  readonly decide: (fold: StreamFold, context: DecidingContext) => Decision;
}

export interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly revision: string;
  /** Entry number; null where the ledger did not hold it yet when this was answered. */
  readonly sequence: string | null;
}

export interface Recorded {
  readonly subject: string;
  /** None where it was only checked. */
  readonly events: readonly RecordedEvent[];
  /** Position token of the last event, for `Milepost-After`. */
  readonly token: string;
  /** The same command was recorded before, and this is its answer again. */
  readonly again: boolean;
}

/** So often is a decision taken anew because others recorded on the same stream meanwhile. */
const MOST_ATTEMPTS = 5;
/** The ledger follows within milliseconds; whoever asks right after a pause of the store gets the token alone. */
const SEQUENCE_MS = 1_000;

/** Loads a stream, lets the domain decide, and appends at exactly the revision decided on. */
@Injectable()
export class Recorder {
  constructor(
    private readonly context: LedgerContext,
    private readonly store: Pick<EventStore, 'append' | 'readStream'>,
    private readonly writing: Pick<WritingAllowed, 'check'>,
  ) {}

  /** @throws Problem of the rule that refused, 412, 422, 503; StoreUnavailable, OutcomeUnknown, WrongRevision. */
  async record(recording: Recording): Promise<Recorded> {
    const end = recording.request.begunAt + COMMAND_MS;
    const stream = `${this.context.ledger}.${recording.subject}`;
    await withinTime(this.writing.check(), end - performance.now(), () => new StoreUnavailable(stream));
    for (let attempt = 1; ; attempt += 1) {
      const stored = await withinTime(this.read(stream), end - performance.now(), () => new StoreUnavailable(stream));
      const fold = foldStream(streamEvents(stored));
      const before = this.repetition(recording, fold, stored);
      if (before !== undefined) return this.answer(recording.subject, stream, before, true);
      const revision = stored.at(-1)?.revision;
      mustMatch(recording.request.ifMatch, revision);
      const events = this.decided(recording, fold);
      if (recording.request.checkOnly) return { subject: recording.subject, events: [], token: '', again: false };
      try {
        await this.append(stream, events, revision, end);
        const first = (revision ?? -1n) + 1n;
        await this.mustBeOurs(recording, stream, first, end);
        const written = events.map(({ id, type }, n) => ({ id, type, revision: first + BigInt(n) }));
        return await this.answer(recording.subject, stream, written, false);
      } catch (error) {
        if (!(error instanceof WrongRevision) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  private async read(stream: string): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const event of this.store.readStream(stream)) events.push(event);
    return events;
  }

  /** The events that the same request made before; undefined where it made none. */
  private repetition({ request }: Recording, fold: StreamFold, stored: readonly StoredEvent[]) {
    if (request.idempotencyKey === undefined) return undefined;
    const before = repeated(fold, this.idOf(request, 0), request.requestHash);
    if (before.kind === 'new') return undefined;
    if (before.kind === 'conflict') throw keyReused();
    const ids = new Set(stored.map((_, n) => this.idOf(request, n)));
    return stored.filter(({ id }) => ids.has(id));
  }

  private decided({ request, evidence, decide }: Recording, fold: StreamFold): NewEvent[] {
    const now = this.context.clock();
    const today = parseDay(londonDay(now));
    if (today === undefined) throw new Error('The clock names no day.');
    const decision = decide(fold, { today, ledger: this.context.kind });
    if ('rejected' in decision) throw rejectionProblem(decision.rejected);
    const shared = sharedMetadata(request, new Date(now).toISOString(), evidence);
    return decision.accepted.map((event: DomainEvent, n): NewEvent => ({
      id: this.idOf(request, n),
      type: event.type,
      data: event.data as JsonObject,
      metadata: { ...shared, public: { ...event.public } },
    }));
  }

  private idOf({ principal, method, path, idempotencyKey }: RequestFacts, n: number): string {
    return idempotencyKey === undefined
      ? randomEventId()
      : requestEventId(this.context.ledger, principal.id, method, path, idempotencyKey, n);
  }

  private async append(stream: string, events: NewEvent[], revision: bigint | undefined, end: number): Promise<void> {
    const ids = events.map(({ id }) => id);
    const appending = this.store.append(stream, events, revision ?? 'no-stream');
    // It may settle after the deadline; its outcome is then found by whoever repeats the request.
    appending.catch(() => undefined);
    await withinTime(appending, end - performance.now(), () => new OutcomeUnknown(stream, ids));
  }

  /**
   * A store tells a repetition by its ids, and with a key the ids say nothing of the body: of several requests with one key that
   * come at once, it calls every one stored. So what stands there is held against this request.
   * @throws Problem 422; OutcomeUnknown where it cannot be read
   */
  private async mustBeOurs({ request }: Recording, stream: string, first: bigint, end: number): Promise<void> {
    if (request.idempotencyKey === undefined) return;
    const unknown = (cause?: unknown): Error => new OutcomeUnknown(stream, [this.idOf(request, 0)], cause);
    const reading = this.requestHashAt(stream, first).catch((error: unknown) => Promise.reject(unknown(error)));
    const stored = await withinTime(reading, end - performance.now(), unknown);
    if (stored === undefined) throw unknown();
    if (stored !== request.requestHash) throw keyReused();
  }

  /** Of the event at a revision; an append is stored whole, so its first event speaks for all. */
  private async requestHashAt(stream: string, revision: bigint): Promise<string | undefined> {
    for await (const event of this.store.readStream(stream, revision)) return streamEvents([event])[0]?.requestHash;
    return undefined;
  }

  private async answer(
    subject: string,
    stream: string,
    events: readonly { readonly id: string; readonly type: string; readonly revision: bigint }[],
    again: boolean,
  ): Promise<Recorded> {
    const { ledger, watch } = this.context;
    const reader = this.context.reader();
    const last = events.at(-1);
    if (last === undefined) throw new Error(`Nothing was recorded in ${stream}.`);
    const token = positionToken(ledger, { stream, revision: Number(last.revision) });
    await waitForToken({ ledger, reader, watch }, token, SEQUENCE_MS);
    return {
      subject,
      events: events.map(({ id, type, revision }) => ({
        id,
        type,
        revision: revision.toString(),
        sequence: reader.sequenceOf(stream, Number(revision))?.toString() ?? null,
      })),
      token,
      again,
    };
  }
}

function sharedMetadata(
  { principal, requestHash, requestId, traceparent }: RequestFacts,
  recordedAt: string,
  evidence: Recording['evidence'],
): EventMetadata {
  return {
    recordedAt,
    actor: { id: principal.id, role: principal.role },
    origin: 'live',
    requestHash,
    $correlationId: requestId,
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

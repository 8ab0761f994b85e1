import { contentHash, EventRefused, WrongRevision } from '@milepost/event-store';
import type { EventStore } from '@milepost/event-store';
import { inOrder } from '../plan/inOrder';
import type { EventInOrder } from '../plan/inOrder';
import type { Plan } from '../plan/plan';
import { Turn } from '../slices/turn';
import { decideEvent } from './decideEvent';
import type { EventDecision } from './decideEvent';
import type { ImportNote } from './importReport';
import type { ImportOptions } from './importOptions';
import type { ImportProgress } from './importProgress';
import { ImportStopped } from './importStopped';
import { newEventOf } from './newEventOf';
import { readStreamStates } from './readStreamStates';
import { RowTally } from './rowTally';
import { streamState } from './streamState';
import type { StreamState } from './streamState';

/** So often an event is decided anew because its stream has moved. */
const MOST_ATTEMPTS = 20;

interface Item extends EventInOrder {
  readonly content: string;
}

/** One run of an import: first everything is compared with what is recorded, then what is new is appended, event by event, in order. */
export class ImportRun {
  readonly tally: RowTally;
  readonly notes: ImportNote[] = [];
  /** By subject; owned by this run, kept as its own appends leave them. */
  readonly states = new Map<string, StreamState>();
  private readonly toRecord: Item[] = [];

  constructor(
    private readonly store: Pick<EventStore, 'append' | 'readStream'>,
    private readonly ledger: string,
    private readonly plan: Plan,
    private readonly options: ImportOptions,
  ) {
    this.tally = new RowTally(plan);
  }

  /** Reads what these streams hold, and settles every event that needs no append. A row of which one event is refused is refused whole. */
  async compare(subjects: readonly string[]): Promise<void> {
    const read = (done: number): void => this.progress('comparing', done, subjects.length);
    for (const [subject, state] of await readStreamStates(this.store, this.ledger, subjects, read)) {
      this.states.set(subject, state);
    }
    const turn = new Turn();
    const decided: (readonly [Item, EventDecision])[] = [];
    for (const planned of inOrder(this.plan)) {
      const item = { ...planned, content: contentHash(planned.event.data) };
      decided.push([item, this.decide(item)]);
      if (turn.isOver) await turn.giveWay();
    }
    for (const [item, decision] of decided) if (decision.do === 'refuse') this.tally.refuse(item, decision.reason);
    for (const [item, decision] of decided) {
      if (this.tally.isRefused(item.row)) continue;
      if (this.options.dryRun === true || !writes(decision)) this.settle(item, decision);
      else this.toRecord.push(item);
    }
  }

  /** @throws {ImportStopped} when asked to stop; StoreUnavailable, OutcomeUnknown. What was appended so far stays. */
  async record(): Promise<void> {
    for (const [done, item] of this.toRecord.entries()) {
      this.progress('recording', done, this.toRecord.length, item.file);
      if (this.options.signal?.aborted === true) throw new ImportStopped();
      if (!this.tally.isRefused(item.row)) await this.recordOne(item);
    }
  }

  progress(phase: ImportProgress['phase'], done = this.toRecord.length, total = done, file?: string): void {
    this.options.onProgress?.({ dataSet: this.plan.dataSet, phase, file, done, total, counts: this.tally.events });
  }

  private decide({ event, content }: Item): EventDecision {
    return decideEvent(this.plan.dataSet, event, content, this.states.get(event.subject) as StreamState);
  }

  /** Appends at exactly the revision decided on. Where somebody else has recorded there meanwhile, it is decided anew. */
  private async recordOne(item: Item): Promise<void> {
    const { subject } = item.event;
    const stream = `${this.ledger}.${subject}`;
    for (let attempt = 1; ; attempt += 1) {
      const state = this.states.get(subject) as StreamState;
      const decision = this.decide(item);
      if (!writes(decision)) return this.settle(item, decision);
      const event = newEventOf(
        { ledger: this.ledger, dataSet: this.plan.dataSet },
        item,
        item.content,
        decision,
        this.options,
      );
      try {
        const { revision } = await this.store.append(stream, [event], state.expected);
        this.states.set(subject, { ...state, expected: revision });
        return this.settle(item, decision);
      } catch (error) {
        if (error instanceof EventRefused) return this.settle(item, { do: 'refuse', reason: error.message });
        if (!(error instanceof WrongRevision) || attempt === MOST_ATTEMPTS) throw error;
        this.states.set(subject, await streamState(this.store.readStream(stream)));
      }
    }
  }

  private settle(item: Item, decision: EventDecision): void {
    const { file, row } = item;
    switch (decision.do) {
      case 'refuse':
        return this.tally.refuse(item, decision.reason);
      case 'correct':
        if (decision.byHand) {
          const reason = `This replaces version ${decision.replaces}, which is a correction made by hand.`;
          this.notes.push({ file, line: row.line, reason });
        }
        return this.tally.add(row, 'corrected');
      case 'record':
        return this.tally.add(row, 'recorded');
      case 'skip':
        return this.tally.add(row, 'skipped');
      case 'nothing':
        return this.tally.add(row, 'nothing');
    }
  }
}

function writes(decision: EventDecision): decision is Extract<EventDecision, { do: 'record' | 'correct' }> {
  return decision.do === 'record' || decision.do === 'correct';
}

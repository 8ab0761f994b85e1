import { status } from '@grpc/grpc-js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Append, AppendOutcome } from '../log/append';
import { allowedAppend, MAX_APPEND_BYTES } from '../protocol/appendRules';
import {
  refusedAnswer,
  storedAnswer,
  tooLargeAnswer,
  tooLateAnswer,
  wrongRevisionAnswer,
} from '../protocol/batchAppendAnswer';
import type { Addressee } from '../protocol/batchAppendAnswer';
import { decodeBatchAppend } from '../protocol/decodeBatchAppend';
import { Refusal } from '../protocol/refusal';
import type { OpenCall } from './openCalls';
import { SplitAppends } from './splitAppends';
import type { WholeAppend } from './splitAppends';
import { STOPPING } from './stopping';
import type { StoreContext } from './storeContext';

const NO_NAME = Buffer.alloc(0);
/** How many answers wait for a client before it has to read some. */
const UNREAD_ANSWERS = 512;

/** One BatchAppend call: appends in, an answer for each, in whatever order they are decided. */
export class BatchAppendCall implements OpenCall {
  private readonly pieces = new SplitAppends();
  private unanswered = 0;
  /** How the call ends once nothing is unanswered; undefined while more may come. */
  private ending: (() => void) | undefined;
  private isOver = false;

  constructor(
    private readonly call: ServerDuplexStream<Buffer, Buffer>,
    private readonly context: StoreContext,
  ) {
    context.calls.add(this);
    call.on('data', (message: Buffer) => this.receive(message));
    call.on('end', () => this.endWhenAnswered(() => call.end()));
    call.on('cancelled', () => this.over());
  }

  stop(): void {
    this.call.pause();
    this.endWhenAnswered(() => this.fail(STOPPING.code, STOPPING.details));
  }

  private receive(message: Buffer): void {
    try {
      const whole = this.pieces.add(decodeBatchAppend(message));
      if (whole !== undefined) this.take(whole);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.fail(error.code, error.message);
    }
  }

  private take(whole: WholeAppend): void {
    this.unanswered += 1;
    const to = { correlation: whole.correlation, stream: whole.options?.stream ?? NO_NAME };
    const answer = (bytes: Buffer): void => this.answer(bytes);
    this.context.faults.call(
      'append',
      () => this.store(whole, to),
      (code) => answer(refusedAnswer(to, code, 'A fault of the store, as a test asked for.')),
    );
  }

  private store(whole: WholeAppend, to: Addressee): void {
    try {
      if (whole.options === undefined)
        throw new Refusal(status.INVALID_ARGUMENT, 'The append is refused because it names no stream.');
      if (whole.refusal !== undefined) throw whole.refusal;
      if (whole.dataBytes > MAX_APPEND_BYTES) {
        this.answer(tooLargeAnswer(to));
        return;
      }
      const append = allowedAppend(whole.options, whole.events);
      this.context.commits.append(append, (outcome) => this.settle(append, to, outcome));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.answer(refusedAnswer(to, error.code, error.message));
    }
  }

  private settle(append: Append, to: Addressee, outcome: AppendOutcome): void {
    switch (outcome.kind) {
      case 'stored':
      case 'nothing':
        return this.answer(storedAnswer(to, outcome.revision, outcome.position));
      case 'wrong-revision':
        return this.answer(wrongRevisionAnswer(to, append.expected, outcome.actual));
      case 'too-late':
        return this.answer(tooLateAnswer(to));
      case 'refused':
        return this.answer(refusedAnswer(to, outcome.code, outcome.sentence));
      case 'unknown':
        // An answer would say that it is not stored. A broken call leaves it open, and that is the truth.
        return this.fail(status.UNAVAILABLE, outcome.sentence);
    }
  }

  private answer(bytes: Buffer): void {
    this.unanswered -= 1;
    if (this.isOver) return;
    this.call.write(bytes);
    // A client that does not read its answers is not read from either.
    if (this.call.writableLength >= UNREAD_ANSWERS && this.ending === undefined && !this.call.isPaused()) {
      this.call.pause();
      this.call.once('drain', () => this.call.resume());
    }
    if (this.unanswered === 0) this.ending?.();
  }

  private endWhenAnswered(end: () => void): void {
    if (this.isOver) return;
    this.ending = () => {
      end();
      this.over();
    };
    if (this.unanswered === 0) this.ending();
  }

  private fail(code: number, details: string): void {
    if (this.isOver) return;
    this.over();
    this.call.emit('error', { code, details });
  }

  private over(): void {
    this.isOver = true;
    this.context.calls.remove(this);
  }
}

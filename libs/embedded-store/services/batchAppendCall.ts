import { status } from '@grpc/grpc-js';
import type { GrpcCall } from '../grpc/grpcCall';
import { OK } from '../grpc/grpcStatus';
import type { GrpcStatus } from '../grpc/grpcStatus';
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
import { injected } from './injected';
import type { OpenCall } from './openCalls';
import { SplitAppends } from './splitAppends';
import type { WholeAppend } from './splitAppends';
import { STOPPING } from './stopping';
import type { StoreContext } from './storeContext';

const NO_NAME = Buffer.alloc(0);

/** One BatchAppend call: appends in, an answer for each, in whatever order they are decided. */
export class BatchAppendCall implements OpenCall {
  private readonly pieces = new SplitAppends();
  private unanswered = 0;
  /** How the call ends once nothing is unanswered; undefined while more may come. */
  private ending: GrpcStatus | undefined;

  constructor(
    private readonly call: GrpcCall,
    private readonly context: StoreContext,
  ) {
    context.calls.add(this);
    call.onGone(() => context.calls.remove(this));
    call.receive(
      (message) => this.receive(message),
      () => this.endWhenAnswered(OK),
    );
  }

  stop(): void {
    this.endWhenAnswered(STOPPING);
  }

  private receive(message: Buffer): void {
    // What comes while the store stops is left open, as if it had come later.
    if (this.ending !== undefined) return;
    const whole = this.pieces.add(decodeBatchAppend(message));
    if (whole !== undefined) this.take(whole);
  }

  private take(whole: WholeAppend): void {
    this.unanswered += 1;
    const to = { correlation: whole.correlation, stream: whole.options?.stream ?? NO_NAME };
    this.context.faults.call(
      'append',
      () => this.store(whole, to),
      (code) => this.answer(refusedAnswer(to, code, injected(code).message)),
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
        return this.call.end({ code: status.UNAVAILABLE, details: outcome.sentence });
    }
  }

  private answer(bytes: Buffer): void {
    this.unanswered -= 1;
    this.call.send(bytes);
    // A client that does not read its answers is not read from either.
    if (this.call.isFull) this.call.readWhenRoom();
    if (this.ending !== undefined) this.endWhenAnswered(this.ending);
  }

  private endWhenAnswered(status: GrpcStatus): void {
    this.ending = status;
    if (this.unanswered === 0) this.call.end(status);
  }
}

/** A call that stays open until somebody ends it. */
export interface OpenCall {
  /** Ends the call with UNAVAILABLE, after what it has begun. */
  stop(): void;
}

/** The calls that a stopping server has to end. */
export class OpenCalls {
  private readonly calls = new Set<OpenCall>();

  add(call: OpenCall): void {
    this.calls.add(call);
  }

  remove(call: OpenCall): void {
    this.calls.delete(call);
  }

  stop(): void {
    for (const call of [...this.calls]) call.stop();
  }
}

import type { CallKind, CommitPoint, Fault } from './fault';

type CallFault = Extract<Fault, { call: CallKind }>;

/** Counts what happens and says when a fault is due. Without faults it does nothing. */
export class FaultPlan {
  private readonly calls = new Map<CallKind, number>();
  private commits = 0;
  private delivered = 0;

  constructor(
    private readonly faults: readonly Fault[],
    private readonly cutConnections: () => void,
  ) {}

  /** Whether the commit that begins now is to find the disk full. */
  beginCommit(): boolean {
    this.commits += 1;
    return this.faults.some(
      (fault) => fault.do === 'disk-full' && this.commits >= fault.nth && this.commits < fault.nth + fault.times,
    );
  }

  reach(point: CommitPoint): void {
    for (const fault of this.faults) {
      // SIGKILL runs no handler and flushes nothing, as a crash would.
      if (fault.do === 'die' && fault.at === point && fault.nth === this.commits) process.kill(process.pid, 'SIGKILL');
      if (fault.do === 'cut' && point === 'after-commit' && fault.nth === this.commits) this.cutConnections();
    }
  }

  /** Lets a call go on, at once, later or never, or makes it fail with a gRPC status code. */
  call(kind: CallKind, goOn: () => void, fail: (code: number) => void): void {
    const due = this.faults.length === 0 ? undefined : this.dueAt(kind);
    if (due === undefined) goOn();
    else if (due.do === 'delay') setTimeout(goOn, due.ms);
    else if (due.do === 'fail') fail(due.code);
  }

  /** Whether the subscription that has just delivered an event is to end. */
  dropsAfterEvent(): boolean {
    this.delivered += 1;
    return this.faults.some((fault) => fault.do === 'drop' && fault.nth === this.delivered);
  }

  private dueAt(kind: CallKind): CallFault | undefined {
    const nth = (this.calls.get(kind) ?? 0) + 1;
    this.calls.set(kind, nth);
    return this.faults.find(
      (fault): fault is CallFault =>
        'call' in fault && fault.call === kind && (fault.do === 'silence' ? nth >= fault.nth : nth === fault.nth),
    );
  }
}

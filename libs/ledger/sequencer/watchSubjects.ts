import { BehaviorSubject, ReplaySubject } from 'rxjs';
import type { LedgerHead, LedgerWatch, SequencerState } from '../ledger';

/** What the owner of a ledger tells, in the form that others watch. Each value that stands is told to whoever comes later. */
export class WatchSubjects implements LedgerWatch {
  readonly head: BehaviorSubject<LedgerHead>;
  readonly state: BehaviorSubject<SequencerState>;
  readonly freshAt = new ReplaySubject<number>(1);

  constructor(head: LedgerHead = { size: 0, lastRecordedAt: undefined }) {
    this.head = new BehaviorSubject<LedgerHead>(head);
    this.state = new BehaviorSubject<SequencerState>({ kind: 'starting' });
  }

  complete(): void {
    this.head.complete();
    this.state.complete();
    this.freshAt.complete();
  }
}

import type { LedgerWatch } from '../ledger';
import { WatchSubjects } from '../sequencer/watchSubjects';
import { isLedgerMessage } from './ledgerMessage';

/** A ledger that another thread owns, watched from here. */
export interface RemoteWatch {
  readonly watch: LedgerWatch;
  /** Takes a message of the port; false where it is not about this ledger. */
  receive(message: unknown): boolean;
  /** For when the other thread is gone: says so, for good, and lets all watchers go. */
  close(reason?: string): void;
}

/** Until the first message comes, the ledger is starting and its head unknown, so nothing is told of that. */
export function remoteWatch(ledger: string): RemoteWatch {
  const watch = new WatchSubjects();
  return {
    watch,
    receive(message) {
      if (!isLedgerMessage(message) || message.ledger !== ledger) return false;
      if ('head' in message) watch.head.next(message.head);
      else if ('state' in message) watch.state.next(message.state);
      else watch.freshAt.next(message.freshAt);
      return true;
    },
    close(reason) {
      if (reason !== undefined) watch.state.next({ kind: 'stopped', reason });
      watch.complete();
    },
  };
}

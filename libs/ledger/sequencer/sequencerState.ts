import type { FollowerState } from '@milepost/event-store';
import type { SequencerState } from '../ledger';

/** What a sequencer knows of itself. */
export interface Situation {
  /** Why it stopped; final. */
  readonly halted: string | undefined;
  /** Why it cannot go on for now, though the follower could. */
  readonly blocked: string | undefined;
  readonly follower: FollowerState;
  /** Whether the store was seen to be the one that the ledger was read from, since the last subscription began. */
  readonly confirmed: boolean;
}

/** What is told of a situation, after `before`; `now` in milliseconds since 1970. */
export function sequencerState(situation: Situation, before: SequencerState, now: number): SequencerState {
  const { halted, blocked, follower, confirmed } = situation;
  if (halted !== undefined) return { kind: 'stopped', reason: halted };
  if (blocked !== undefined) return unavailable(blocked, before, now);
  switch (follower.kind) {
    case 'waiting':
      return unavailable(follower.reason, before, now);
    case 'connecting':
      return before.kind === 'store-unavailable' ? before : { kind: 'starting' };
    case 'live':
      return confirmed ? { kind: 'live' } : { kind: 'catching-up' };
    case 'catching-up':
      return { kind: 'catching-up' };
    case 'stopped':
      return before;
  }
}

function unavailable(reason: string, before: SequencerState, now: number): SequencerState {
  return { kind: 'store-unavailable', reason, since: before.kind === 'store-unavailable' ? before.since : now };
}

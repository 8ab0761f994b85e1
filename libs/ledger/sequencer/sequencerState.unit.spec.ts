import type { FollowerState } from '@milepost/event-store';
import type { SequencerState } from '../ledger';
import { sequencerState } from './sequencerState';
import type { Situation } from './sequencerState';

const situation = (follower: FollowerState, parts: Partial<Situation> = {}): Situation => ({
  halted: undefined,
  blocked: undefined,
  confirmed: true,
  ...parts,
  follower,
});
const starting: SequencerState = { kind: 'starting' };
const gone: SequencerState = { kind: 'store-unavailable', reason: 'gone', since: 7 };

it.each<[string, Situation, SequencerState, SequencerState]>([
  ['first connecting', situation({ kind: 'connecting' }), starting, { kind: 'starting' }],
  ['connecting again', situation({ kind: 'connecting' }), gone, gone],
  ['catching up', situation({ kind: 'catching-up' }), gone, { kind: 'catching-up' }],
  ['live', situation({ kind: 'live' }), starting, { kind: 'live' }],
  ['live, store not confirmed', situation({ kind: 'live' }, { confirmed: false }), starting, { kind: 'catching-up' }],
  [
    'waiting',
    situation({ kind: 'waiting', reason: 'gone', retryInMs: 1 }),
    { kind: 'live' },
    { kind: 'store-unavailable', reason: 'gone', since: 100 },
  ],
  [
    'waiting on: since the first time',
    situation({ kind: 'waiting', reason: 'still gone', retryInMs: 1 }),
    gone,
    { kind: 'store-unavailable', reason: 'still gone', since: 7 },
  ],
  [
    'blocked',
    situation({ kind: 'live' }, { blocked: 'disk full' }),
    { kind: 'live' },
    { kind: 'store-unavailable', reason: 'disk full', since: 100 },
  ],
  [
    'halted, whatever else',
    situation({ kind: 'live' }, { halted: 'lost events', blocked: 'disk full' }),
    { kind: 'live' },
    { kind: 'stopped', reason: 'lost events' },
  ],
  ['stopped by its owner', situation({ kind: 'stopped' }), { kind: 'live' }, { kind: 'live' }],
])('%s', (_name, now, before, expected) => {
  expect(sequencerState(now, before, 100)).toEqual(expected);
});

import { eventId, given, registered } from '../testing/story';
import { repeated } from './repeated';

const fold = given({ ...registered(), requestHash: 'aa' }, registered('2020-01-01'));

it.each([
  [9, 'aa', 'new'],
  [0, 'aa', 'again'],
  [0, 'bb', 'conflict'],
  [1, 'aa', 'conflict'],
])('entry %i with hash %s: %s', (id, hash, kind) => {
  expect(repeated(fold, eventId(id), hash).kind).toBe(kind);
});

it('gives the event made the first time', () => {
  expect(repeated(fold, eventId(0), 'aa')).toEqual({ kind: 'again', event: fold.events.get(eventId(0)) });
});

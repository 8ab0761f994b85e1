import { Intake } from './intake';
import type { StoredEvent } from '../storedEvent';

const event = (commit: number, stream = 'milepost.trust-RXX', prepare = commit): StoredEvent => ({
  id: `00000000-0000-4000-8000-${String(commit).padStart(12, '0')}`,
  stream,
  revision: 0n,
  type: 'A.v1',
  position: { commit: BigInt(commit), prepare: BigInt(prepare) },
  created: 0,
  data: {},
  metadata: undefined,
});

describe('what a follower lets in', () => {
  it('is what comes after the last event taken', () => {
    const intake = new Intake('milepost.', event(10).position);
    expect(intake.check(event(9))).toBe('had-already');
    expect(intake.check(event(10))).toBe('had-already');
    expect(intake.reached).toEqual(event(10).position);
    expect(intake.check(event(11))).toBeUndefined();
    expect(intake.reached).toEqual(event(11).position);
  });

  it('is nothing of other ledgers', () => {
    const intake = new Intake('milepost.', undefined);
    expect(intake.check(event(1, 'milepostaccess.token-1'))).toBe('not-asked-for');
    expect(intake.check(event(2, '$$milepost.trust-RXX'))).toBe('not-asked-for');
    expect(intake.reached).toBeUndefined();
  });

  it('tells events of one commit apart by their prepare positions', () => {
    const intake = new Intake('milepost.', { commit: 10n, prepare: 5n });
    expect(intake.check(event(10, undefined, 5))).toBe('had-already');
    expect(intake.check(event(10, undefined, 6))).toBeUndefined();
    expect(intake.check(event(10, undefined, 7))).toBeUndefined();
  });

  it('is never an event twice or one before another', () => {
    const intake = new Intake('milepost.', undefined);
    intake.check(event(5));
    expect(() => intake.check(event(5))).toThrow('5/5 after 5/5');
    expect(() => intake.check(event(4))).toThrow('4/4 after 5/5');
  });
});

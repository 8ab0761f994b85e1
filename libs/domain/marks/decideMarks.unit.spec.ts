import type { Told } from '../testing/story';
import { accepted, eventId, given, on, refused, registered, today } from '../testing/story';
import { decideDispute } from './decideDispute';
import { decideDisputeResolution } from './decideDisputeResolution';
import { decideEvidence } from './decideEvidence';
import { decideReinstatement } from './decideReinstatement';
import { decideRetraction } from './decideRetraction';

const live = on('2016-05-23', 'EprWentLive.v1', { deployment: 'a' });
const after = (type: string, data: Record<string, unknown>): Told => ({ type, data, publicOn: '2026-01-01' });
const retracted = after('FactRetracted.v1', { fact: eventId(1), replaces: eventId(1), reason: 'not so' });
const disputed = after('FactDisputed.v1', { fact: eventId(1), grounds: 'seen otherwise' });
const PUBLIC = { on: '2026-11-24', how: 'recorded' };

const standing = given(registered(), live);
const gone = given(registered(), live, retracted);
const contested = given(registered(), live, disputed);

describe('a retraction', () => {
  const retract = (fold = standing, replaces = 1, fact = 1) =>
    decideRetraction({ fact: eventId(fact), replaces: eventId(replaces), reason: 'not so' }, fold, today);

  it('takes the version in effect away', () => {
    expect(accepted(retract())).toEqual([{ type: 'FactRetracted.v1', data: retracted.data, public: PUBLIC }]);
  });

  it('is not held up by what follows from the fact', () => {
    const fold = given(registered(), live, on('2017-01-01', 'EprUseSuspended.v1', { deployment: 'a' }));
    expect(accepted(retract(fold))).toHaveLength(1);
  });

  it('is refused of another version, of a fact retracted already, and of one that is not here', () => {
    expect(refused(retract(standing, 0)).rule).toBe('version-not-effective');
    expect(refused(retract(gone, 2))).toMatchObject({ rule: 'fact-retracted', fact: eventId(1) });
    expect(refused(retract(standing, 7, 7)).rule).toBe('unknown-fact');
  });
});

describe('a reinstatement', () => {
  const reinstate = (fold = gone, replaces = 2) =>
    decideReinstatement({ fact: eventId(1), replaces: eventId(replaces), reason: 'so after all' }, fold, today);

  it('replaces the retraction', () => {
    expect(accepted(reinstate())).toEqual([
      {
        type: 'FactReinstated.v1',
        data: { fact: eventId(1), replaces: eventId(2), reason: 'so after all' },
        public: PUBLIC,
      },
    ]);
  });

  it('is refused of a version that is no retraction, and of a fact that is not retracted', () => {
    expect(refused(reinstate(gone, 1)).rule).toBe('version-not-effective');
    expect(refused(reinstate(standing, 1)).rule).toBe('fact-not-retracted');
  });
});

describe('a dispute', () => {
  const dispute = (fold = standing, fact = 1) =>
    decideDispute({ fact: eventId(fact), grounds: 'seen otherwise' }, fold, today);
  const resolve = (fold = contested, id = 2) =>
    decideDisputeResolution({ dispute: eventId(id), outcome: 'it stands' }, fold, today);

  it('is of a fact in effect, and may be one of several', () => {
    expect(accepted(dispute())).toEqual([{ type: 'FactDisputed.v1', data: disputed.data, public: PUBLIC }]);
    expect(accepted(dispute(contested))).toHaveLength(1);
    expect(refused(dispute(gone)).rule).toBe('fact-retracted');
    expect(refused(dispute(standing, 7)).rule).toBe('unknown-fact');
  });

  it('is resolved once', () => {
    const data = { dispute: eventId(2), outcome: 'it stands' };
    expect(accepted(resolve())).toEqual([{ type: 'DisputeResolved.v1', data, public: PUBLIC }]);
    const resolved = given(registered(), live, disputed, after('DisputeResolved.v1', data));
    expect(refused(resolve(resolved)).rule).toBe('dispute-already-resolved');
    expect(refused(resolve(contested, 1)).rule).toBe('unknown-dispute');
  });
});

describe('evidence', () => {
  const attach = (fold = standing, fact = 1, answers?: string) =>
    decideEvidence({ fact: eventId(fact), answers }, fold, today);

  it('is attached to a fact, retracted or not', () => {
    expect(accepted(attach())).toEqual([{ type: 'EvidenceAttached.v1', data: { fact: eventId(1) }, public: PUBLIC }]);
    expect(accepted(attach(gone, 1, 'who decided'))[0]?.data).toEqual({ fact: eventId(1), answers: 'who decided' });
    expect(refused(attach(standing, 7)).rule).toBe('unknown-fact');
  });
});

it.each([
  ['2026-02-30', 'no-such-date'],
  ['2026-11-25', 'reported-after-today'],
])('a mark reported on %s is refused: %s', (reportedOn, rule) => {
  const names = { fact: eventId(1), replaces: eventId(1), reason: 'not so', reportedOn };
  expect(refused(decideRetraction(names, standing, today)).rule).toBe(rule);
  expect(refused(decideReinstatement({ ...names, replaces: eventId(2) }, gone, today)).rule).toBe(rule);
  expect(refused(decideDispute({ fact: eventId(1), grounds: 'x', reportedOn }, standing, today)).rule).toBe(rule);
  expect(refused(decideEvidence({ fact: eventId(1), reportedOn }, standing, today)).rule).toBe(rule);
  const resolution = { dispute: eventId(2), outcome: 'x', reportedOn };
  expect(refused(decideDisputeResolution(resolution, contested, today)).rule).toBe(rule);
});

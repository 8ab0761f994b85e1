import type { Decision } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import type { FactType } from '../events/factSchemas';
import type { Told } from '../testing/story';
import { accepted, eventId, given, inMonth, on, refused, registered, today } from '../testing/story';
import { decideEprStep } from './decideEprStep';

const a = { deployment: 'a' };
const when = (fold: StreamFold, { type, data }: Told, reportedOn?: string): Decision =>
  decideEprStep({ trust: 'RXX', type: type as FactType, data, reportedOn }, fold, today);
const rule = (decision: Decision): string => refused(decision).rule;

const live = (date: string, data: Record<string, unknown> = a): Told => on(date, 'EprWentLive.v1', data);
const started = (date: string, data: Record<string, unknown> = a): Told =>
  on(date, 'EprImplementationStarted.v1', data);
const signed = (date: string, data: Record<string, unknown> = a): Told => on(date, 'EprContractSigned.v1', data);
const suspended = (date: string): Told => on(date, 'EprUseSuspended.v1', a);
const report = (date: string, data: Record<string, unknown>): Told => on(date, 'EprStateReported.v1', data);

describe('a first report about a deployment', () => {
  it.each([
    ['EprBusinessCaseApproved.v1', { stage: 'outline' }],
    ['EprProcurementStarted.v1', {}],
    ['EprContractAwarded.v1', { stage: 'announced' }],
    ['EprContractSigned.v1', {}],
    ['EprContractExpired.v1', {}],
    ['EprImplementationStarted.v1', {}],
    ['EprPlanPublished.v1', {}],
    ['EprGoLivePlanned.v1', { plannedFor: '2027-10', plannedPrecision: 'month' }],
    ['EprGoLivePostponed.v1', {}],
    ['EprWentLive.v1', { extent: 'partial' }],
    ['EprUseSuspended.v1', {}],
    ['EprUseResumed.v1', {}],
    ['EprWithdrawn.v1', {}],
    ['EprStateReported.v1', { state: 'procuring' }],
    ['EprProgrammeRated.v1', { rating: 'amber' }],
    ['IncidentReported.v1', { severity: 'critical' }],
  ])('is accepted: %s', (type, data) => {
    const told = on('2024-05-01', type, { ...a, ...data });
    expect(accepted(when(given(registered()), told))).toEqual([
      { type, data: told.data, public: { on: '2026-11-24', how: 'recorded' } },
    ]);
  });

  it('is public when the command says that it was reported', () => {
    const [event] = accepted(when(given(registered()), live('2024-05-01'), '2024-06-03'));
    expect(event?.public).toEqual({ on: '2024-06-03', how: 'reported' });
  });
});

describe('a step after what is known', () => {
  it('follows', () => {
    expect(accepted(when(given(registered(), started('2024-01-01')), live('2024-05-01')))).toHaveLength(1);
  });

  it('needs a reason where it passes over others', () => {
    const fold = given(registered(), on('2024-01-01', 'EprProcurementStarted.v1', a));
    const refusal = refused(when(fold, live('2024-05-01')));
    expect(refusal).toMatchObject({ rule: 'epr-step-needs-reason', pointer: '/reason' });
    expect(refusal.sentence).toContain('procuring');
    const reasoned = live('2024-05-01', { ...a, reason: 'joined the contract of another trust' });
    expect(accepted(when(fold, reasoned))).toHaveLength(1);
  });

  it('is refused where it contradicts, naming what is known and the fact that says so', () => {
    const refusal = refused(when(given(registered(), live('2016-05-23')), started('2020-01-01')));
    expect(refusal).toMatchObject({ rule: 'epr-step-contradicts', fact: eventId(1) });
    expect(refusal.sentence).toBe(
      'By then it is recorded as live: the start of the implementation of a contradicts that.',
    );
    expect(refusal.hint).toContain(eventId(1));
  });

  it('is not helped by a reason where it contradicts', () => {
    const told = started('2020-01-01', { ...a, reason: 'because' });
    expect(rule(when(given(registered(), live('2016-05-23')), told))).toBe('epr-step-contradicts');
  });

  it('is judged by its own deployment: a contract for the next system leaves the old one in use', () => {
    const fold = given(registered(), live('2016-05-23'));
    expect(accepted(when(fold, signed('2024-02-01', { deployment: 'b' })))).toHaveLength(1);
  });

  it('may renew a contract with a reason while the system is in use', () => {
    const fold = given(registered(), signed('2015-01-01'), started('2015-02-01'), live('2016-05-23'));
    expect(rule(when(fold, signed('2025-01-01')))).toBe('epr-step-needs-reason');
    expect(accepted(when(fold, signed('2025-01-01', { ...a, reason: 'renewed' })))).toHaveLength(1);
  });

  it('may not announce a contract again that was announced', () => {
    const announced = (date: string): Told => on(date, 'EprContractAwarded.v1', { ...a, stage: 'announced' });
    const refusal = refused(when(given(registered(), announced('2024-01-01')), announced('2024-03-01')));
    expect(refusal).toMatchObject({ rule: 'epr-step-contradicts', fact: eventId(1) });
    expect(refusal.sentence).toContain('with its contract announced');
  });

  it('is accepted where the order within a month leaves it possible', () => {
    const fold = given(registered(), inMonth('2025-11', 'EprWentLive.v1', a), started('2025-01-01'));
    expect(accepted(when(fold, suspended('2025-11-04')))).toHaveLength(1);
    expect(rule(when(fold, suspended('2025-10-31')))).toBe('epr-step-contradicts');
  });
});

describe('the order in which facts came', () => {
  it('is open on one day: a step that would have had to come first may have', () => {
    const fold = given(registered(), live('2024-05-01'));
    expect(accepted(when(fold, started('2024-05-01')))).toHaveLength(1);
    expect(rule(when(fold, started('2024-05-02')))).toBe('epr-step-contradicts');
  });

  it('is not turned round: what certainly came later does not make a step follow', () => {
    const later = on('2020-01-01', 'EprProcurementStarted.v1', a);
    const fold = given(registered(), report('2017-03-31', { ...a, state: 'none' }), later);
    const award = on('2018-01-01', 'EprContractAwarded.v1', { ...a, stage: 'awarded' });
    expect(rule(when(fold, award))).toBe('epr-step-needs-reason');
  });

  it('is that of windows cut to the day of the report', () => {
    const fold = given(registered(), live('2025-11-20'));
    const month = inMonth('2025-11', 'EprWentLive.v1', a);
    expect(rule(when(fold, month))).toBe('fact-already-recorded');
    expect(rule(when(fold, month, '2025-11-05'))).toBe('epr-step-contradicts');
  });
});

describe('a late arrival', () => {
  it('is judged against the state before it', () => {
    const fold = given(registered(), live('2016-05-23'));
    expect(accepted(when(fold, started('2015-01-01')))).toHaveLength(1);
  });

  it('must not contradict what followed', () => {
    const fold = given(registered(), live('2016-05-23'));
    const refusal = refused(when(fold, live('2014-01-01')));
    expect(refusal).toMatchObject({ rule: 'epr-step-contradicts', fact: eventId(1) });
    expect(refusal.sentence).toBe(
      'The go-live of a is recorded for a later time, and the go-live of a contradicts it.',
    );
  });

  it('is not held up by what contradicted before it', () => {
    const fold = given(registered(), live('2016-05-23'), started('2020-01-01'));
    expect(accepted(when(fold, signed('2010-01-01')))).toHaveLength(1);
  });

  it('that says a system was in use contradicts a later return that there is no EPR', () => {
    const fold = given(registered(), report('2020-03-31', { state: 'none' }));
    expect(refused(when(fold, live('2018-01-01')))).toMatchObject({ rule: 'epr-step-contradicts', fact: eventId(1) });
  });
});

describe('the same step told again', () => {
  it('is to be corrected where its days overlap, whatever else it says', () => {
    const fold = given(registered(), inMonth('2016-05', 'EprWentLive.v1', a));
    expect(refused(when(fold, live('2016-05-23', { ...a, supplier: 'x' })))).toMatchObject({
      rule: 'fact-already-recorded',
      fact: eventId(1),
    });
  });

  it('may be the outline case after the strategic outline case', () => {
    const stage = (name: string, date: string): Told => on(date, 'EprBusinessCaseApproved.v1', { ...a, stage: name });
    const fold = given(registered(), stage('strategic_outline', '2024-01-01'));
    expect(accepted(when(fold, stage('outline', '2024-01-01')))).toHaveLength(1);
  });

  it('may be a go-live in part at another site, but not the same one', () => {
    const site = (name: string): Told => live('2024-01-01', { ...a, extent: 'partial', sites: [name] });
    const fold = given(registered(), site('North'));
    expect(accepted(when(fold, site('South')))).toHaveLength(1);
    expect(rule(when(fold, site('North')))).toBe('fact-already-recorded');
  });

  it('may be a plan moved again within the same month', () => {
    const plan = (month: string): Told =>
      inMonth('2024-01', 'EprGoLivePlanned.v1', { ...a, plannedFor: month, plannedPrecision: 'month' });
    const fold = given(registered(), plan('2025-01'));
    expect(accepted(when(fold, plan('2025-06')))).toHaveLength(1);
    expect(rule(when(fold, plan('2025-01')))).toBe('fact-already-recorded');
  });
});

describe('a return', () => {
  it.each([
    ['procuring', 'implementing'],
    ['live', 'live'],
    ['live', 'suspended'],
    ['live', 'withdrawn'],
    ['suspended', 'live_partial'],
    ['withdrawn', 'procuring'],
    ['none', 'live'],
  ])('after %s may say %s without a reason', (known, state) => {
    const fold = given(registered(), report('2023-03-31', { ...a, state: known }));
    expect(accepted(when(fold, report('2024-03-31', { ...a, state })))).toHaveLength(1);
  });

  it.each([
    ['implementing', 'contracted'],
    ['live', 'live_partial'],
    ['live', 'none'],
    ['suspended', 'implementing'],
  ])('after %s may not say %s', (known, state) => {
    const fold = given(registered(), report('2023-03-31', { ...a, state: known }));
    expect(rule(when(fold, report('2024-03-31', { ...a, state })))).toBe('epr-step-contradicts');
  });

  it.each([
    ['procuring', 'none', false],
    ['withdrawn', 'none', true],
    ['live', 'implementing', false],
    ['live', 'live', true],
    ['live', 'suspended', false],
    ['implementing', 'suspended', true],
    ['suspended', 'procuring', true],
  ])('about the whole trust, with a deployment %s, may say %s: %s', (known, state, may) => {
    const fold = given(registered(), report('2023-03-31', { ...a, state: known }));
    const decision = when(fold, report('2024-03-31', { state }));
    expect('accepted' in decision).toBe(may);
  });

  it('is corrected rather than contradicted by another as at the same day', () => {
    const fold = given(registered(), report('2023-03-31', { ...a, state: 'procuring' }));
    expect(refused(when(fold, report('2023-03-31', { ...a, state: 'live' })))).toMatchObject({
      rule: 'epr-step-contradicts',
      fact: eventId(1),
    });
    expect(accepted(when(fold, report('2023-03-31', { ...a, state: 'procuring', return: 'another' })))).toHaveLength(1);
  });

  it('of none about the whole trust stands before every step of a deployment not heard of', () => {
    const fold = given(registered(), report('2023-03-31', { state: 'none' }));
    expect(rule(when(fold, live('2024-01-01')))).toBe('epr-step-needs-reason');
    expect(
      accepted(when(fold, on('2024-01-01', 'EprBusinessCaseApproved.v1', { ...a, stage: 'outline' }))),
    ).toHaveLength(1);
  });
});

describe('dates', () => {
  it('that do not exist or do not agree with their precision are refused by member', () => {
    const wrong = (data: Record<string, unknown>): Decision =>
      when(given(registered()), { type: 'EprGoLivePlanned.v1', data: { ...a, ...data } });
    expect(refused(wrong({ occurredOn: '2024-02-30', precision: 'day' }))).toMatchObject({
      rule: 'no-such-date',
      pointer: '/occurredOn',
    });
    expect(refused(wrong({ occurredOn: '2024-02', precision: 'day' }))).toMatchObject({
      rule: 'precision-contradicts-date',
      pointer: '/occurredOn',
    });
    const planned = { occurredOn: '2024-02-01', precision: 'day', plannedFor: '2027-13', plannedPrecision: 'month' };
    expect(refused(wrong(planned))).toMatchObject({ rule: 'no-such-date', pointer: '/plannedFor' });
  });

  it('of what happened are not after today, though a month that is not over is fine', () => {
    const fold = given(registered(), started('2024-01-01'));
    expect(rule(when(fold, live('2026-11-25')))).toBe('happened-after-today');
    expect(accepted(when(fold, live('2026-11-24')))).toHaveLength(1);
    expect(accepted(when(fold, inMonth('2026-11', 'EprWentLive.v1', a)))).toHaveLength(1);
    expect(rule(when(fold, inMonth('2026-12', 'EprWentLive.v1', a)))).toBe('happened-after-today');
  });

  it('of a plan may lie ahead', () => {
    const plan = on('2026-11-24', 'EprGoLivePlanned.v1', { ...a, plannedFor: '2030', plannedPrecision: 'year' });
    expect(accepted(when(given(registered()), plan))).toHaveLength(1);
  });

  it('of a report are not after today, and not before what it reports', () => {
    expect(rule(when(given(registered()), live('2024-05-01'), '2026-11-25'))).toBe('reported-after-today');
    expect(rule(when(given(registered()), live('2024-05-01'), '2024-04-30'))).toBe('reported-before-it-happened');
    expect(rule(when(given(registered()), live('2024-05-01'), '2024-02-30'))).toBe('no-such-date');
  });
});

describe('the trust', () => {
  it('is registered', () => {
    expect(rule(when(given(), live('2024-05-01')))).toBe('unknown-trust');
  });

  it('had not closed by then, its last day included', () => {
    const fold = given(registered(), on('2024-10-31', 'TrustClosed.v1'));
    expect(accepted(when(fold, live('2024-10-31')))).toHaveLength(1);
    expect(refused(when(fold, live('2024-11-01')))).toMatchObject({ rule: 'trust-closed', fact: eventId(1) });
  });

  it('had opened by the time a system was in use there, though not by the time of a contract', () => {
    const fold = given(registered('2024-11-01'));
    expect(rule(when(fold, live('2024-10-31')))).toBe('trust-not-open-yet');
    expect(accepted(when(fold, signed('2024-10-31')))).toHaveLength(1);
  });

  it('has a code of a demonstration only in one', () => {
    const command = { trust: 'ZZ001', type: 'EprWentLive.v1' as const, data: live('2024-05-01').data };
    expect(rule(decideEprStep(command, given(registered()), today))).toBe('code-only-for-demonstrations');
    const decision = decideEprStep(command, given(registered()), { ...today, ledger: 'demonstration' });
    expect(accepted(decision)).toHaveLength(1);
  });
});

describe('shapes that mislead', () => {
  it('are refused: a deployment called after the whole trust, members in a trust of one', () => {
    expect(rule(when(given(registered()), live('2024-05-01', { deployment: 'whole' })))).toBe('deployment-reserved');
    expect(rule(when(given(registered()), live('2024-05-01', { ...a, members: ['RXY'] })))).toBe(
      'members-only-in-shared-programmes',
    );
    expect(rule(when(given(registered()), on('2024-05-01', 'TrustClosed.v1')))).toBe('not-an-epr-fact');
  });
});

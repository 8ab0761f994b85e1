import type { Decision } from '../deciding/decision';
import type { Told } from '../testing/story';
import { accepted, eventId, given, inMonth, on, refused, registered, today } from '../testing/story';
import { decideCorrection } from './decideCorrection';

const live = (date: string): Told => on(date, 'EprWentLive.v1', { deployment: 'a' });
const retracted: Told = {
  type: 'FactRetracted.v1',
  data: { fact: eventId(1), replaces: eventId(1), reason: 'not so' },
  publicOn: '2026-01-01',
};

const correct = (told: readonly Told[], to: Told, replaces = 1, fact = 1): Decision =>
  decideCorrection(
    { fact: eventId(fact), replaces: eventId(replaces), reason: 'a typing error', data: to.data },
    given(...told),
    today,
  );
const rule = (decision: Decision): string => refused(decision).rule;

describe('a correction', () => {
  it('carries the complete data again, and what it replaces', () => {
    expect(accepted(correct([registered(), live('2016-05-23')], live('2016-05-24')))).toEqual([
      {
        type: 'FactCorrected.v1',
        data: {
          ...live('2016-05-24').data,
          corrects: { fact: eventId(1), replaces: eventId(1), type: 'EprWentLive.v1', reason: 'a typing error' },
        },
        public: { on: '2026-11-24', how: 'recorded' },
      },
    ]);
  });

  it('replaces the version in effect and no other', () => {
    const [event] = accepted(correct([registered(), live('2016-05-23')], live('2016-05-24')));
    const told = [registered(), live('2016-05-23'), { ...(event as Told), publicOn: '2026-01-01' }];
    const refusal = refused(correct(told, live('2016-05-25')));
    expect(refusal).toMatchObject({ rule: 'version-not-effective', pointer: '/replaces' });
    expect(refusal.hint).toContain(eventId(2));
    expect(accepted(correct(told, live('2016-05-25'), 2))).toHaveLength(1);
  });

  it('is refused of a fact that is not here, and of one that was retracted', () => {
    expect(rule(correct([registered()], live('2016-05-24')))).toBe('unknown-fact');
    const told = [registered(), live('2016-05-23'), retracted];
    expect(rule(correct(told, live('2016-05-24'), 2))).toBe('fact-retracted');
  });

  it('replaces a reinstatement by its own id', () => {
    const back: Told = { ...retracted, type: 'FactReinstated.v1', data: { ...retracted.data, replaces: eventId(2) } };
    const told = [registered(), live('2016-05-23'), retracted, back];
    expect(rule(correct(told, live('2016-05-24'), 1))).toBe('version-not-effective');
    expect(accepted(correct(told, live('2016-05-24'), 3))).toHaveLength(1);
  });

  it('changes something', () => {
    expect(rule(correct([registered(), live('2016-05-23')], live('2016-05-23')))).toBe('nothing-corrected');
  });

  it('is held to the dates of a new fact', () => {
    const told = [registered(), live('2016-05-23')];
    expect(rule(correct(told, live('2026-11-25')))).toBe('happened-after-today');
    expect(rule(correct(told, live('2016-02-30')))).toBe('no-such-date');
  });

  it('of an EPR fact does not contradict what is known before and after, the version replaced left aside', () => {
    const suspended = on('2025-11-04', 'EprUseSuspended.v1', { deployment: 'a' });
    const told = [
      registered(),
      live('2025-11-02'),
      suspended,
      on('2025-01-01', 'EprImplementationStarted.v1', { deployment: 'a' }),
    ];
    expect(accepted(correct(told, live('2025-10-26')))).toHaveLength(1);
    expect(refused(correct(told, live('2025-11-06')))).toMatchObject({ rule: 'epr-step-contradicts' });
  });

  it('may contradict what follows where the version that it replaces did so already', () => {
    const told = [
      registered(),
      live('2016-05-23'),
      on('2020-01-01', 'EprImplementationStarted.v1', { deployment: 'a' }),
    ];
    expect(accepted(correct(told, live('2016-06-01')))).toHaveLength(1);
  });

  it('gives a reason, which is reason enough for a step that passes over others', () => {
    const told = [registered(), live('2024-05-01'), on('2024-01-01', 'EprProcurementStarted.v1', { deployment: 'a' })];
    expect(accepted(correct(told, live('2024-05-02')))).toHaveLength(1);
  });

  it('of an assessment stays within its scale, and of the register within its rules', () => {
    const dma = (score: number): Told =>
      inMonth('2025-06', 'CapabilityAssessed.v1', {
        framework: 'DMA',
        frameworkVersion: '2025',
        careSetting: 'acute',
        scores: { well_led: score },
        assurance: 'self_assessed',
      });
    expect(accepted(correct([registered(), dma(3)], dma(4)))).toHaveLength(1);
    expect(rule(correct([registered(), dma(3)], dma(6)))).toBe('score-out-of-range');
    const closed = (date: string): Told => on(date, 'TrustClosed.v1');
    expect(accepted(correct([registered(), closed('2026-10-31')], closed('2027-03-31')))).toHaveLength(1);
    expect(rule(correct([registered(), closed('2026-10-31')], closed('1990-03-31')))).toBe('closed-before-opened');
  });

  it('of any other fact is held to its dates', () => {
    const said = (date: string): Told =>
      on(date, 'StatementPublished.v1', { speaker: 'a body', kind: 'claim', topic: 'status_claim', wording: 'so' });
    expect(accepted(correct([said('2025-01-01')], said('2025-01-02'), 0, 0))).toHaveLength(1);
    expect(rule(correct([said('2025-01-01')], said('2027-01-02'), 0, 0))).toBe('happened-after-today');
    const opened = (date: string): Told => on(date, 'IcbOpened.v1', { name: 'x', region: 'Y56', regionName: 'London' });
    expect(accepted(correct([opened('2026-04-01')], opened('2027-04-01'), 0, 0))).toHaveLength(1);
  });
});

import type { Decision } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import type { FactType } from '../events/factSchemas';
import type { Told } from '../testing/story';
import { accepted, eventId, given, on, refused, registered, today } from '../testing/story';
import { decideRegisterFact } from './decideRegisterFact';

const when = (fold: StreamFold, { type, data }: Told): Decision =>
  decideRegisterFact({ trust: 'RXX', type: type as FactType, data }, fold, today);
const rule = (decision: Decision): string => refused(decision).rule;
const moved = (date: string, data: Record<string, unknown>): Told => on(date, 'TrustMoved.v1', data);
const succeeded = (...codes: string[]): Told =>
  on('2024-11-01', 'TrustSucceeded.v1', { successors: codes.map((ods) => ({ ods })) });
const closed = (date: string): Told => on(date, 'TrustClosed.v1');

describe('the register', () => {
  it('opens a trust once, also ahead of the day', () => {
    expect(accepted(when(given(), registered('2027-04-01')))).toHaveLength(1);
    expect(refused(when(given(registered()), registered('2020-01-01')))).toMatchObject({
      rule: 'trust-already-registered',
      fact: eventId(0),
    });
  });

  it('says nothing of a trust that it does not have', () => {
    expect(rule(when(given(), on('2024-01-01', 'TrustRenamed.v1', { name: 'x' })))).toBe('unknown-trust');
  });

  it('renames, retypes and moves a trust until its last day', () => {
    const fold = given(registered(), closed('2024-10-31'));
    for (const told of [
      on('2024-10-31', 'TrustRenamed.v1', { name: 'x' }),
      on('2024-10-31', 'TrustTypeChanged.v1', { type: 'acute' }),
      moved('2024-10-31', { toIcb: 'QMJ' }),
    ]) {
      expect(accepted(when(fold, told))).toHaveLength(1);
      const after = { ...told, data: { ...told.data, occurredOn: '2024-11-01' } };
      expect(rule(when(fold, after))).toBe('trust-closed');
    }
  });

  it('moves a trust to somewhere, from where it was', () => {
    const fold = given(registered(), on('2024-01-01', 'TrustObserved.v1', { list: 'l', icb: 'QMJ', region: 'Y56' }));
    expect(rule(when(fold, moved('2026-04-01', { fromIcb: 'QMJ' })))).toBe('move-says-nothing');
    expect(refused(when(fold, moved('2026-04-01', { fromIcb: 'QRV', toIcb: 'Z9B2Z' })))).toMatchObject({
      rule: 'move-contradicts',
      pointer: '/fromIcb',
      fact: eventId(1),
    });
    expect(rule(when(fold, moved('2026-04-01', { fromRegion: 'Y58', toRegion: 'Y59' })))).toBe('move-contradicts');
    expect(accepted(when(fold, moved('2026-04-01', { fromIcb: 'QMJ', toIcb: 'Z9B2Z' })))).toHaveLength(1);
    expect(accepted(when(fold, moved('2023-01-01', { fromIcb: 'QRV', toIcb: 'QMJ' })))).toHaveLength(1);
  });

  it('closes a trust once, not before it opened, and not before something recorded of its EPR', () => {
    const fold = given(registered('2020-04-01'), on('2024-05-01', 'EprWentLive.v1', { deployment: 'a' }));
    expect(accepted(when(fold, closed('2024-05-01')))).toHaveLength(1);
    expect(refused(when(fold, closed('2024-04-30')))).toMatchObject({ rule: 'trust-closed', fact: eventId(1) });
    expect(rule(when(given(registered('2020-04-01')), closed('2020-03-31')))).toBe('closed-before-opened');
    expect(rule(when(given(registered(), closed('2024-10-31')), closed('2025-10-31')))).toBe('trust-already-closed');
  });

  it('records all successors in one fact, each once, none of them the trust itself', () => {
    const fold = given(registered(), closed('2024-10-31'));
    expect(accepted(when(fold, succeeded('R0A', 'RM3')))).toHaveLength(1);
    expect(refused(when(fold, succeeded('R0A', 'RM3', 'R0A')))).toMatchObject({
      rule: 'successor-named-twice',
      pointer: '/successors/2/ods',
    });
    expect(refused(when(fold, succeeded('R0A', 'RXX')))).toMatchObject({
      rule: 'successor-is-itself',
      pointer: '/successors/1/ods',
    });
    expect(refused(when(fold, succeeded('ZZ1')))).toMatchObject({
      rule: 'code-only-for-demonstrations',
      pointer: '/successors/0/ods',
    });
    const again = given(registered(), closed('2024-10-31'), succeeded('R0A'));
    expect(rule(when(again, succeeded('RM3')))).toBe('succession-already-recorded');
  });

  it('does not take the same fact twice, nor a fact that is not its own', () => {
    const named = on('2024-01-01', 'TrustRenamed.v1', { name: 'x' });
    expect(rule(when(given(registered(), named), named))).toBe('fact-already-recorded');
    expect(rule(when(given(registered()), on('2024-01-01', 'EprWentLive.v1', {})))).toBe('not-a-register-fact');
  });
});

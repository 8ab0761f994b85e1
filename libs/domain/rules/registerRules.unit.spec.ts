import { effectiveVersions } from '../facts/effectiveVersions';
import type { Told } from '../testing/story';
import { day, on, registered, stream } from '../testing/story';
import type { LevelRule } from './levelRule';
import { profileOf, verdictOn } from './profileOf';
import { icbRule, nameRule, regionRule, typeRule } from './registerRules';

const at = (rule: LevelRule<unknown>, told: readonly Told[], date: string): string =>
  verdictOn(rule, effectiveVersions(stream(...told)), day(date)).level;

const list = (date: string, says: Record<string, unknown>): Told =>
  on(date, 'TrustObserved.v1', { list: 'a list', ...says });

describe('what holds of a trust until something says another', () => {
  it('is the name of a list over the later name that its registration carries', () => {
    const told = [
      registered(),
      list('2022-03-17', { name: 'Its Old Name' }),
      on('2026-07-01', 'TrustRenamed.v1', { name: 'Its New Name' }),
    ];
    expect(at(nameRule, told, '1991-03-31')).toBe('not-known');
    expect(at(nameRule, told, '2010-01-01')).toBe('A Trust');
    expect(at(nameRule, told, '2022-03-17')).toBe('Its Old Name');
    expect(at(nameRule, told, '2026-07-01')).toBe('Its New Name');
  });

  it('is not known before the first list', () => {
    const told = [registered(), list('2022-03-17', { icb: 'QUY', region: 'Y58' })];
    expect(at(icbRule, told, '2022-03-16')).toBe('not-known');
    expect(at(icbRule, told, '2022-03-17')).toBe('QUY');
    expect(at(regionRule, told, '2022-03-17')).toBe('Y58');
    expect(at(typeRule, told, '2022-03-17')).toBe('not-known');
  });

  it('stays as it was where a later list does not say it', () => {
    const told = [list('2023-06-28', { type: 'acute' }), list('2025-07-15', { name: 'x' })];
    expect(at(typeRule, told, '2025-07-15')).toBe('acute');
  });

  it('changes with a move and with a change of type', () => {
    const told = [
      list('2025-07-15', { icb: 'QMJ', region: 'Y56', type: 'acute' }),
      on('2026-04-01', 'TrustMoved.v1', { fromIcb: 'QMJ', toIcb: 'Z9B2Z' }),
      on('2026-05-01', 'TrustTypeChanged.v1', { type: 'community' }),
    ];
    expect(at(icbRule, told, '2026-03-31')).toBe('QMJ');
    expect(at(icbRule, told, '2026-04-01')).toBe('Z9B2Z');
    expect(at(regionRule, told, '2026-04-01')).toBe('Y56');
    expect(at(typeRule, told, '2026-05-01')).toBe('community');
  });

  it('ends after the last day, whatever a list says later; the name does not', () => {
    const told = [
      registered(),
      list('2023-01-01', { icb: 'QMJ', name: 'x' }),
      on('2024-10-31', 'TrustClosed.v1'),
      list('2025-01-01', { icb: 'QMF' }),
    ];
    expect(at(icbRule, told, '2024-10-31')).toBe('QMJ');
    expect(at(icbRule, told, '2024-11-01')).toBe('not-known');
    expect(at(icbRule, told, '2025-01-01')).toBe('not-known');
    expect(at(nameRule, told, '2025-01-01')).toBe('x');
  });

  it('keeps the first that said it as the reason while others say the same', () => {
    const told = [list('2022-03-17', { icb: 'QUY' }), list('2023-06-28', { icb: 'QUY' })];
    expect(profileOf(icbRule, effectiveVersions(stream(...told))).map(({ why }) => why)).toEqual([-1, 0]);
  });
});

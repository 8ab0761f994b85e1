import { effectiveVersions } from '../facts/effectiveVersions';
import type { Told } from '../testing/story';
import { day, inMonth, on, registered, stream } from '../testing/story';
import { verdictOn } from './profileOf';
import { scopeRule } from './scopeRule';

const scope = (told: readonly Told[], date: string): string =>
  verdictOn(scopeRule, effectiveVersions(stream(...told)), day(date)).level;

const opening = (data: Record<string, unknown>): Told => {
  const told = registered('2020-04-01');
  return { ...told, data: { ...told.data, ...data } };
};

describe('scope@1', () => {
  it('takes in the first and the last day of a life', () => {
    const life = [registered('2024-11-01'), on('2026-03-31', 'TrustClosed.v1')];
    expect(scope(life, '2024-10-31')).toBe('out');
    expect(scope(life, '2024-11-01')).toBe('in');
    expect(scope(life, '2026-03-31')).toBe('in');
    expect(scope(life, '2026-04-01')).toBe('out');
  });

  it('counts care trusts and never a Welsh trust', () => {
    expect(scope([opening({ kind: 'care_trust' })], '2024-01-01')).toBe('in');
    expect(scope([opening({ country: 'Wales' })], '2024-01-01')).toBe('out');
  });

  it('is not known before the day by which a trust had opened, and in from then on', () => {
    const told = opening({ precision: 'on_or_before', occurredBy: '2021-11-01' });
    const { occurredOn: _, ...data } = told.data;
    const life = [{ ...told, data, publicOn: '2021-11-01' }];
    expect(scope(life, '2006-01-01')).toBe('not-known');
    expect(scope(life, '2021-11-01')).toBe('in');
  });

  it('is not known from the day after a closing may have come to the day after it must have', () => {
    const life = [registered(), inMonth('2024-10', 'TrustClosed.v1')];
    expect(scope(life, '2024-10-01')).toBe('in');
    expect(scope(life, '2024-10-02')).toBe('not-known');
    expect(scope(life, '2024-10-31')).toBe('not-known');
    expect(scope(life, '2024-11-01')).toBe('out');
  });

  it('stays out after a closing, also where the opening is dated to a year that ends later', () => {
    const told = opening({ precision: 'year', occurredOn: '2024' });
    const life = [{ ...told, publicOn: '2030-01-01' }, on('2024-06-30', 'TrustClosed.v1')];
    expect(scope(life, '2024-06-30')).toBe('not-known');
    expect(scope(life, '2024-07-01')).toBe('out');
    expect(scope(life, '2025-07-01')).toBe('out');
  });

  it('is out by its closing, whatever opening is dated later', () => {
    const again = { ...registered('2025-01-01'), data: { ...registered('2025-01-01').data, country: 'Wales' } };
    const facts = effectiveVersions(stream(registered(), on('2024-06-30', 'TrustClosed.v1'), again));
    expect(verdictOn(scopeRule, facts, day('2026-01-01'))).toEqual({ level: 'out', why: 1 });
  });

  it('is out where nothing is recorded, with no entry to show for it', () => {
    expect(verdictOn(scopeRule, [], 0)).toEqual({ level: 'out', why: -1 });
  });
});

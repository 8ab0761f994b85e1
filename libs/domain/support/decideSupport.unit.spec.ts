import type { Decision } from '../deciding/decision';
import type { Told } from '../testing/story';
import { accepted, given, on, refused, registered, today } from '../testing/story';
import type { SupportCommand } from './decideSupport';
import { decideSupport } from './decideSupport';

const agreed = (data: Record<string, unknown>): Told => on('2025-05-01', 'SupportAgreed.v1', data);
const when = ({ type, data }: Told, ...before: Told[]): Decision =>
  decideSupport({ trust: 'RXX', type: type as SupportCommand['type'], data }, given(registered(), ...before), today);

it.each([
  [{ kind: 'financial', amountGbpMillions: 3.5, year: '2025/26' }],
  [{ kind: 'financial', amountGbpMillions: 3.5, year: '1999/00' }],
  [{ kind: 'policy', detail: 'exempt from a standard' }],
  [{ kind: 'delivery' }],
])('accepts %j', (data) => {
  expect(accepted(when(agreed(data)))).toHaveLength(1);
});

it.each([
  [{ kind: 'financial', year: '2025/26' }, 'support-incomplete', '/amountGbpMillions'],
  [{ kind: 'financial', amountGbpMillions: 3.5 }, 'support-incomplete', '/year'],
  [{ kind: 'financial', amountGbpMillions: 3.5, year: '2025/27' }, 'no-such-date', '/year'],
  [{ kind: 'delivery', amountGbpMillions: 3.5 }, 'support-amount-not-financial', '/amountGbpMillions'],
])('refuses %j', (data, rule, pointer) => {
  expect(refused(when(agreed(data)))).toMatchObject({ rule, pointer });
});

it('ends, and is recorded once', () => {
  const ended = on('2026-03-31', 'SupportEnded.v1', { kind: 'delivery' });
  expect(accepted(when(ended))).toHaveLength(1);
  expect(refused(when(ended, ended)).rule).toBe('fact-already-recorded');
});

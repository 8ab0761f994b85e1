import { day, fact } from '../../testing/scriptedFacts';
import type { ScriptedFact } from '../../testing/scriptedFacts';
import type { TimeRow } from '../drawings/timeRows';
import { timelineChart } from './timelineChart';

const told = (
  type: ScriptedFact['type'],
  data: ScriptedFact['data'] & { precision: ScriptedFact['occurrence']['precision'] },
  publicOn = '2026-01-31',
) => fact({ sequence: 1, subject: 'trust-ZZ1', type, data: { deployment: 'one', ...data }, publicOn });

const PLANNED = told('EprGoLivePlanned.v1', {
  precision: 'on_or_before',
  occurredBy: '2024-09-30',
  plannedFor: '2024-12',
  plannedPrecision: 'month',
});
const POSTPONED = told('EprGoLivePostponed.v1', { precision: 'month', occurredOn: '2024-11' });
const LIVE = told('EprWentLive.v1', { precision: 'day', occurredOn: '2025-11-02' });
const SUSPENDED = told('EprUseSuspended.v1', { precision: 'approximate_day', occurredOn: '2025-11-06' });
const UNDATED = told('EprContractAwarded.v1', { precision: 'unknown', stage: 'awarded' });

const rowsOf = (...facts: readonly ScriptedFact[]): readonly TimeRow[] => {
  const drawing = timelineChart('one', facts, day('2026-03-31'))?.narrow;
  return drawing?.kind === 'time-rows' ? drawing.figures.rows : [];
};
const shapes = (row: TimeRow | undefined) => row?.marks.map(({ shape, hollow, symbol }) => [shape, hollow, symbol]);

describe('the timeline of a deployment', () => {
  const rows = rowsOf(PLANNED, POSTPONED, LIVE, SUSPENDED);

  it('keeps what was planned apart from what was reported as happened', () => {
    expect(rows.map(({ heading }) => heading)).toEqual(['Planned', undefined, 'Reported as happened', undefined]);
    expect(rows.map(({ label }) => label)).toEqual([
      'Go-live planned for December 2024 (made on or before 30 September 2024)',
      'Go-live postponed, no new date given (made November 2024)',
      'Went live (2 November 2025)',
      'Use of the system suspended (about 6 November 2025)',
    ]);
  });

  it('leads from the day that a plan was made to what it names, hollow', () => {
    expect(shapes(rows[0])).toEqual([
      ['before', true, 'circle'],
      ['point', true, 'circle'],
      ['arrow', true, 'circle'],
      ['range', true, 'square'],
    ]);
    const [, made, , named] = rows[0]?.marks ?? [];
    expect([made?.from, named?.from, named?.to]).toEqual([day('2024-09-30'), day('2024-12-01'), day('2024-12-31')]);
  });

  it('draws days as points, ranges as bars, and crosses a postponement and a suspension', () => {
    expect(shapes(rows[1])).toEqual([
      ['range', true, 'times'],
      ['point-after', true, 'times'],
    ]);
    expect(shapes(rows[2])).toEqual([['point', false, 'circle']]);
    expect(shapes(rows[3])).toEqual([
      ['range', false, 'times'],
      ['point-after', false, 'times'],
    ]);
  });

  it('draws what has no day as the time before it was public', () => {
    const postponed = told('EprGoLivePostponed.v1', { precision: 'unknown' });
    const [plan, , report] = rowsOf(postponed, LIVE, UNDATED);
    expect([plan?.label, report?.label]).toEqual([
      'Go-live postponed, no new date given (date not known, by 31 January 2026, when it was public)',
      'Contract awarded (date not known, by 31 January 2026, when it was public)',
    ]);
    for (const row of [plan, report]) expect(shapes(row)?.map(([shape]) => shape)).toEqual(['before', 'point']);
    expect(timelineChart('one', [], day('2026-03-31'))).toBeUndefined();
  });

  it('is titled with plans, postponements and the last report; silence is not more than that', () => {
    const title = (...facts: readonly ScriptedFact[]) => timelineChart('one', facts, day('2026-03-31'))?.title;
    expect(title(PLANNED, POSTPONED, LIVE, SUSPENDED)).toBe(
      'Go-live planned once and postponed once; last reported: use of the system suspended, about 6 November 2025',
    );
    expect(title(PLANNED, PLANNED, PLANNED)).toBe('Go-live planned 3 times; nothing was reported as happened');
    expect(title(LIVE)).toBe('Last reported: went live, 2 November 2025');
  });

  it('explains the signs that it has, and no others', () => {
    const key = (...facts: readonly ScriptedFact[]) => timelineChart('one', facts, day('2026-03-31'))?.notes;
    expect(key(LIVE)).toEqual(['Filled: reported as happened.']);
    expect(key(PLANNED, POSTPONED)).toEqual([
      'Hollow: planned. An arrow leads from the day a plan was made to the day it names. A cross is a postponement, a suspension, a withdrawal or an incident. A bar spans the days between which it was. A broken line means by then.',
    ]);
  });
});

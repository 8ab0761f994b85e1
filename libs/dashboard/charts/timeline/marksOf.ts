import { plannedWindow } from '@milepost/domain';
import type { Window } from '@milepost/domain';
import type { FactView } from '@milepost/views';
import { isPlan } from '../../pages/isPlan';
import type { TimeMark } from '../drawings/timeRows';

const CROSSED: ReadonlySet<string> = new Set([
  'EprGoLivePostponed.v1',
  'EprUseSuspended.v1',
  'EprWithdrawn.v1',
  'IncidentReported.v1',
]);

/** What is drawn of a fact: when it was, and, of a plan, what it names; nothing where neither has a day. */
export function marksOf(fact: FactView): readonly TimeMark[] {
  const own = marksAt(fact.window, { hollow: isPlan(fact), symbol: CROSSED.has(fact.type) ? 'times' : 'circle' });
  const planned = isPlan(fact) ? plannedWindow(fact.data) : undefined;
  if (!planned || !Number.isFinite(planned.latest)) return own;
  const named = marksAt(planned, { hollow: true, symbol: 'square' });
  const made = fact.window.latest;
  const starts = Number.isFinite(planned.earliest) ? planned.earliest : planned.latest;
  if (!Number.isFinite(made) || starts <= made) return [...own, ...named];
  return [...own, { shape: 'arrow', from: made, to: starts, hollow: true, symbol: 'circle' }, ...named];
}

/** A day as a point, days between as a bar; what was by some day, as a broken line up to it. */
function marksAt({ earliest, latest }: Window, style: Pick<TimeMark, 'hollow' | 'symbol'>): readonly TimeMark[] {
  if (!Number.isFinite(latest)) return [];
  const point: TimeMark = { ...style, shape: 'point', from: latest, to: latest };
  if (!Number.isFinite(earliest)) return [{ ...style, shape: 'before', from: earliest, to: latest }, point];
  if (earliest === latest) return [point];
  const bar: TimeMark = { ...style, shape: 'range', from: earliest, to: latest };
  return style.symbol === 'times' ? [bar, { ...point, shape: 'point-after' }] : [bar];
}

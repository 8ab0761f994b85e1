import type { Day, Verdict } from '@milepost/domain';
import { periodEnds } from '@milepost/domain';
import type { FigureMetric, SeriesPoint } from '../questions';
import { nothingRecorded } from '../spans/lane';
import type { AskedRule } from './asked';
import { METRICS, SCOPE } from './asked';
import type { Counted } from './counted';
import { countedFigure, disputedFacts, isCounted } from './counted';
import { readingOf } from './metricVerdicts';
import type { OpenFile } from './openFile';
import { profiles } from './profiles';
import type { Sight } from './sight';
import { codesOfTrusts } from './trustCodes';

type ByDay = readonly Verdict[];

/** A metric's figure on the last day of each period, all as known at one moment: one pass over the rule's spans. */
export function series(
  file: OpenFile,
  sight: Sight,
  metric: FigureMetric,
  from: Day,
  to: Day,
  every: 'month' | 'quarter',
): SeriesPoint[] {
  const days = periodEnds(from, to, every);
  const scopes = verdictsByDay(file, SCOPE, sight, days);
  const verdicts = metric === 'in-scope' ? scopes : verdictsByDay(file, METRICS[metric], sight, days);
  const read = readingOf(file, sight, metric);
  const points = days.map((_, at) => {
    const counted: Counted[] = [];
    for (const [about, byDay] of scopes) {
      const scope = byDay[at] as Verdict;
      if (!isCounted(metric, scope.level)) continue;
      const verdict = read(verdicts.get(about)?.[at] as Verdict, about, days[at] as Day);
      counted.push({ about, scope, verdict });
    }
    return counted;
  });
  const disputed = disputedFacts(file, sight, points.flat());
  return points.map((counted, at) => ({ day: days[at] as Day, ...countedFigure(metric, counted, disputed) }));
}

/** Of every trust, what a rule says on each of some days, which are in order. */
function verdictsByDay(file: OpenFile, asked: AskedRule, sight: Sight, days: readonly Day[]): Map<number, ByDay> {
  const found = profiles(file, asked, sight);
  const nothing = days.map(() => nothingRecorded(asked.rule));
  return new Map(
    [...codesOfTrusts(file).keys()].map((about) => {
      const spans = found.get(about);
      if (!spans) return [about, nothing];
      let at = 0;
      const byDay = days.map((day) => {
        while ((spans[at]?.to ?? Infinity) <= day) at += 1;
        return spans[at] as Verdict;
      });
      return [about, byDay];
    }),
  );
}

import type { Day, Verdict } from '@milepost/domain';
import { lateOn } from '@milepost/domain';
import type { FigureMetric } from '../questions';
import { METRICS } from './asked';
import type { OpenFile } from './openFile';
import { ReportedTo } from './reportedTo';
import type { Sight } from './sight';
import { verdictsOfAll } from './verdicts';

/** The metrics whose rule says where a trust stands as far as is reported, which the day asked about may lie beyond. */
const AS_REPORTED: ReadonlySet<FigureMetric> = new Set<FigureMetric>(['late-against-plan', 'late-against-first-plan']);

/** From what a metric's rule says of a trust on a day to yes, no or not known. */
export type ReadVerdict = (verdict: Verdict, about: number, day: Day) => Verdict;

/** How a metric's rule is read at a moment, on any day. */
export function readingOf(file: OpenFile, sight: Sight, metric: FigureMetric): ReadVerdict {
  if (!AS_REPORTED.has(metric)) return (verdict) => verdict;
  const reported = new ReportedTo(file, sight);
  return (verdict, about, day) => lateOn(verdict, day, reported.of(about));
}

/** What a metric says of every trust that the file knows: yes, no or not known; of the scope its own levels. */
export function metricVerdicts(file: OpenFile, sight: Sight, metric: FigureMetric): Map<number, Verdict> {
  const read = readingOf(file, sight, metric);
  const verdicts = verdictsOfAll(file, METRICS[metric], sight);
  return new Map([...verdicts].map(([about, verdict]) => [about, read(verdict, about, sight.day)]));
}

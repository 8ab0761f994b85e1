import type { FigureMetric } from '../questions';

/** Metrics of statements and targets that this record's own figures count; the complement where it counts those without. */
const METRICS: Readonly<Record<string, { readonly metric: FigureMetric; readonly without?: true }>> = {
  epr_coverage: { metric: 'epr-live' },
  epr_coverage_or_in_progress: { metric: 'epr-live-or-implementing' },
  epr_absent: { metric: 'epr-live', without: true },
};

/** The figure that counts what a public metric names; undefined where this record measures nothing of the kind. */
export function ownMetric(name: unknown) {
  return typeof name === 'string' && Object.hasOwn(METRICS, name) ? METRICS[name] : undefined;
}

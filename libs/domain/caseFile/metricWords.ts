/** What a metric of targets and statements counts: words that follow "trusts", and the name of its share. */
interface MetricWords {
  readonly having: string;
  readonly share: string;
}

const WORDS: Readonly<Record<string, MetricWords>> = {
  epr_coverage: { having: 'with an EPR', share: 'Coverage' },
  epr_coverage_or_in_progress: {
    having: 'with an EPR or implementing one',
    share: 'The share with an EPR or implementing one',
  },
  epr_absent: { having: 'without an EPR', share: 'The share without an EPR' },
  core_level: { having: 'at the core level', share: 'The share at the core level' },
  meets_standard: { having: 'meeting the standard', share: 'The share meeting the standard' },
};

export function metricWords(metric: string): MetricWords {
  const named = `counted for ${metric.replaceAll('_', ' ')}`;
  return WORDS[metric] ?? { having: named, share: `The share ${named}` };
}

/** Metrics that count whoever another counts, and more: reaching them takes less. */
export const WIDER: readonly { readonly narrow: string; readonly wide: string; readonly more: string }[] = [
  {
    narrow: 'epr_coverage',
    wide: 'epr_coverage_or_in_progress',
    more: 'A trust that is still implementing one counts only in the second.',
  },
];

/** Metrics of one standard: a list of who meets it would settle both. */
export const OF_THE_STANDARD: readonly string[] = ['core_level', 'meets_standard'];

/** Pairs of metrics of which one counts whom the other does not. */
const COMPLEMENTS: Readonly<Record<string, string>> = { epr_coverage: 'epr_absent', epr_absent: 'epr_coverage' };

export const complementOf = (metric: string): string | undefined => COMPLEMENTS[metric];

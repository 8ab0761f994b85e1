/** Whether something holds, as far as it is certain. */
export type Truth = 'yes' | 'no' | 'not-known';

/** What became of a condition: whether it holds, the entries that it rests on, and what is missing where that is not known. */
export interface Finding {
  readonly truth: Truth;
  /** Entry numbers, each once, ascending. */
  readonly entries: readonly number[];
  /** Sentences. */
  readonly missing: readonly string[];
}

const NONE: readonly never[] = [];

export const found = (holds: boolean, ...entries: number[]): Finding => ({
  truth: holds ? 'yes' : 'no',
  entries: entries.filter((entry) => entry >= 0),
  missing: NONE,
});

export const unknown = (missing: string, ...entries: number[]): Finding => ({
  truth: 'not-known',
  entries: entries.filter((entry) => entry >= 0),
  missing: [missing],
});

function together(truth: Truth, findings: readonly Finding[]): Finding {
  const [only] = findings;
  if (findings.length === 1 && only?.truth === truth) return only;
  return {
    truth,
    entries: [...new Set(findings.flatMap(({ entries }) => entries))].sort((a, b) => a - b),
    missing: truth === 'not-known' ? [...new Set(findings.flatMap(({ missing }) => missing))] : NONE,
  };
}

const of = (findings: readonly Finding[], truth: Truth): Finding[] => findings.filter((one) => one.truth === truth);

/** At least `count` of these hold: certain as soon as enough do, or too few can. */
export function atLeast(count: number, findings: readonly Finding[]): Finding {
  const yes = of(findings, 'yes');
  if (yes.length >= count) return together('yes', yes);
  const no = of(findings, 'no');
  if (findings.length - no.length < count) return together('no', no);
  return together('not-known', of(findings, 'not-known'));
}

export const everyOne = (findings: readonly Finding[]): Finding => atLeast(findings.length, findings);
export const anyOne = (findings: readonly Finding[]): Finding => atLeast(1, findings);

export function opposite(finding: Finding): Finding {
  if (finding.truth === 'not-known') return finding;
  return { ...finding, truth: finding.truth === 'yes' ? 'no' : 'yes' };
}

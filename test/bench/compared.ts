import type { Row } from './row';

type Measure = () => number | Promise<number>;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Measures two things in turns, so that a busy moment hits both, and takes medians; the ratio is that of the turns. */
export async function compared(
  rounds: number,
  ours: Measure,
  theirs: Measure,
): Promise<Pick<Row, 'value' | 'baseline' | 'ratio'>> {
  const [values, baselines, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const baseline = await theirs();
    const value = await ours();
    values.push(value);
    baselines.push(baseline);
    ratios.push(value / baseline);
  }
  return { value: median(values), baseline: median(baselines), ratio: median(ratios) };
}

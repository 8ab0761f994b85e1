/** One line of the benchmark: a figure beside its baseline of the same run. Only the ratio can be compared between machines. */
export interface Row {
  readonly name: string;
  readonly value: number;
  /** Of value and baseline: `events/s`, `ms`, `MB` and so on. */
  readonly unit: string;
  readonly baseline: number;
  readonly baselineName: string;
  /** value / baseline. */
  readonly ratio: number;
  /** The ratio aimed at, in words: `>= 0.4`. Absent where none is set. */
  readonly aim?: string;
}

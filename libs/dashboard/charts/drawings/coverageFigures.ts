import type { Day } from '@milepost/domain';
import type { AskedDay } from './timeScale';

/** A threshold in percent, from the day it was announced to its deadline. */
export interface TargetStep {
  readonly from: Day;
  readonly to: Day;
  readonly percent: number;
  readonly label: string;
}

/** The move of an end date: from the day it was to the day it became. */
export interface EndMove {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
}

/** A percentage that somebody gave for a day, or for the days of a month or year. */
export interface ClaimMark {
  readonly from: Day;
  readonly to: Day;
  readonly percent: number;
  readonly label: string;
  /** Seen in a secondary copy only. */
  readonly copy: boolean;
  readonly forecast: boolean;
}

export interface CoverageFigures {
  readonly from: Day;
  readonly to: Day;
  /** The percentages that the picture shows, below the lane of the moves. */
  readonly low: number;
  readonly high: number;
  readonly targets: readonly TargetStep[];
  readonly moves: readonly EndMove[];
  readonly claims: readonly ClaimMark[];
  readonly asked: AskedDay;
}

/** The size of the picture's plane, which the places of labels are reckoned in. */
export const PLANE = { width: 824, height: 362 } as const;

import type { FigureMetric } from '@milepost/views';
import { REGISTER, REGISTER_AND_EPR } from '../answers/viewsNeeded';

/** The views that answer for a metric. */
export function viewsOf(metric: FigureMetric): readonly string[] {
  return metric === 'in-scope' ? REGISTER : REGISTER_AND_EPR;
}

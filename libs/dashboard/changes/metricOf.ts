import { Problem } from '@milepost/platform';
import type { FigureMetric } from '@milepost/views';
import { FIGURES_IN_WORDS, isFigure } from '../pages/figuresInWords';

/** The figure that an address names, the trusts counted without a word. @throws Problem `unknown-metric` (404) */
export function metricOf(name = 'in-scope'): FigureMetric {
  if (isFigure(name)) return name;
  const detail = `Milepost has no figure called ${name}. It has: ${Object.keys(FIGURES_IN_WORDS).join(', ')}.`;
  throw new Problem({ slug: 'unknown-metric', title: 'No such figure', status: 404, detail });
}

import type { AssessmentView } from '@milepost/views';
import { ASSESSMENTS } from '../../testing/scriptedRecord';
import { scoresChart } from './scoresChart';

const assessed = (
  frameworkVersion: string,
  scores: Readonly<Record<string, number>>,
  restated = false,
): AssessmentView => ({
  ...{
    fact: ASSESSMENTS[0] as AssessmentView['fact'],
    framework: 'DMA',
    careSetting: 'mental_health',
    assurance: 'self_assessed',
  },
  ...{ frameworkVersion, scores, restated },
});

describe('a trust’s scores in a care setting', () => {
  const chart = scoresChart([
    assessed('2024', { overall_comparable: 3.095238 }, true),
    assessed('2025', { overall_comparable: 3.642857, well_led: 4.3 }),
  ]);

  it('says which way the measure that both years have went, in the figures of the table', () => {
    expect(chart?.title).toBe('Mental health: overall (comparable) rose from 3.1 to 3.64');
    expect(chart?.notes).toEqual(['Hollow: 2024, as restated. Filled: 2025.']);
  });

  it('draws every measure once, with the years named where there are two', () => {
    const rows = chart?.narrow.kind === 'dot-rows' ? chart.narrow.figures.rows : [];
    expect(rows.map(({ label, earlierLabel, laterLabel }) => [label, earlierLabel, laterLabel])).toEqual([
      ['Overall (comparable)', '2024: 3.1', '2025: 3.64'],
      ['Well led', '', '4.3'],
    ]);
  });

  it('makes no comparison where there is one year, and no picture where there is no score', () => {
    expect(scoresChart([assessed('2025', { well_led: 4.3 })])?.title).toBe('Mental health: 1 measure scored in 2025');
    expect(scoresChart([assessed('2025', {})])).toBeUndefined();
    expect(scoresChart([])).toBeUndefined();
  });
});

import type { CountedStep } from '@milepost/views';
import { day } from '../../testing/scriptedFacts';
import { countedChart, shortName } from './countedChart';

const STEPS: readonly CountedStep[] = [
  { day: day('2021-11-01'), count: 213, notKnown: 0, opened: [], closed: [] },
  {
    ...{ day: day('2024-11-01'), count: 212, notKnown: 0 },
    opened: [{ ods: 'G6V2S', name: 'North London NHS Foundation Trust', successors: [] }],
    closed: [
      {
        ods: 'RRP',
        name: 'Barnet, Enfield and Haringey Mental Health NHS Trust',
        successors: ['North London NHS Foundation Trust'],
      },
      { ods: 'TAF', name: 'Camden and Islington NHS Foundation Trust', successors: [] },
    ],
  },
];
const TABLE = { caption: '', head: [], rows: [] };

describe('the steps of the trusts counted', () => {
  const chart = countedChart(STEPS, day('2026-03-31'), { title: 'Fell', table: TABLE });
  const figures = chart.wide?.kind === 'counted-over-time' ? chart.wide.figures : undefined;

  it('names at each step what opened and what went into what', () => {
    expect(figures?.steps.map(({ date, count, reasons }) => [date, count, reasons])).toEqual([
      ['1 November 2021', 213, []],
      [
        '1 November 2024',
        212,
        [
          'North London opened',
          'Barnet, Enfield and Haringey Mental Health into North London',
          'Camden and Islington closed',
        ],
      ],
    ]);
  });

  it('draws the same steps for wide and narrow screens, with the day asked about', () => {
    expect(chart.narrow).toEqual({ kind: 'counted-rows', figures });
    expect(figures?.asked).toEqual({ day: day('2026-03-31'), label: 'Position on 31 March 2026' });
    expect([figures?.low, figures?.high]).toEqual([211, 214]);
  });

  it('calls a trust by its name without its legal form', () => {
    expect(
      [
        'Somerset NHS Foundation Trust',
        'South Warwickshire University NHS Foundation Trust',
        'Northern Care Trust',
        'The Online NHS Trust',
      ].map(shortName),
    ).toEqual(['Somerset', 'South Warwickshire University', 'Northern Care', 'The Online']);
  });
});

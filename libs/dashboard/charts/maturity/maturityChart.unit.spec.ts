import type { AssessmentChange, AssessmentPair } from '@milepost/views';
import { maturityChart } from './maturityChart';

const pair = (ods: string, careSetting: string, earlier: number, later: number): AssessmentPair => ({
  ods,
  careSetting,
  earlier: { sequence: 1, score: earlier, restated: true },
  later: { sequence: 2, score: later, restated: false },
});
const change = (pairs: readonly AssessmentPair[], unpaired = 0): AssessmentChange => ({
  ...{ definition: 'assessment-change@1', framework: 'DMA', measure: 'overall_comparable' },
  ...{ earlier: '2024', later: '2025', publicOn: 20_539, pairs, unpaired },
});
const SCALE = { low: 1, high: 5 };
const ADDRESS = '/change';

describe('digital maturity by care setting', () => {
  const chart = maturityChart(
    change([
      pair('R01', 'acute', 2, 3),
      pair('R02', 'acute', 2.5, 2.504),
      pair('R03', 'acute', 3, 2.999),
      pair('R01', 'community', 2, 2),
    ]),
    SCALE,
    ADDRESS,
  );

  it('counts what rose and fell on unrounded scores', () => {
    expect(chart?.title).toBe('2 of 4 returns rose, 1 fell and 1 stayed the same from 2024 to 2025');
    expect(maturityChart(change([pair('R01', 'acute', 1, 2)]), SCALE, ADDRESS)?.title).toBe(
      '1 of 1 return rose and 0 fell from 2024 to 2025',
    );
  });

  it('draws each care setting under both years, the earlier hollow, the largest first', () => {
    const groups = chart?.narrow.kind === 'spread-rows' ? chart.narrow.figures.groups : [];
    expect(groups.map(({ heading }) => heading)).toEqual([
      'Acute: 2 of 3 rose, 1 fell',
      'Community: 0 of 1 rose, 0 fell',
    ]);
    expect(
      groups[0]?.spreads.map(({ label, hollow, least, lower, median, upper, greatest }) => [
        label,
        hollow,
        least,
        lower,
        median,
        upper,
        greatest,
      ]),
    ).toEqual([
      ['2024, restated', true, 2, 2.25, 2.5, 2.75, 3],
      ['2025', false, 2.504, 2.7515, 2.999, expect.closeTo(2.9995), 3],
    ]);
  });

  it('has the same figures in its table as in its picture', () => {
    const groups = chart?.narrow.kind === 'spread-rows' ? chart.narrow.figures.groups : [];
    const drawn = groups.map(({ spreads }) => spreads.map(({ value }) => value));
    const [all, ...settings] = [...(chart?.table?.rows ?? [])].reverse();
    expect(settings.reverse().map(({ cells }) => [cells[2]?.text, cells[3]?.text])).toEqual(drawn);
    expect(all?.cells.map(({ text }) => text)).toEqual(['All', '4', 'Not applicable', 'Not applicable', '2', '1', '1']);
  });

  it('says of each number in its table where the interface gives it', () => {
    const [acute] = chart?.table?.rows ?? [];
    expect(acute?.cells.map(({ api }) => api?.replace(/^.*careSettings\/0/, ''))).toEqual([
      ...[undefined, '/returns', '/earlier/median', '/later/median', '/rose', '/fell', '/level'],
    ]);
  });

  it('says of returns that only one year has that they are not compared', () => {
    expect(maturityChart(change([pair('R01', 'acute', 1, 2)], 3), SCALE, ADDRESS)?.notes.at(-1)).toBe(
      '3 returns of one year only are not compared.',
    );
    expect(maturityChart(change([], 3), SCALE, ADDRESS)).toBeUndefined();
  });
});

import type { AssessmentPair } from '../questions';
import { changeInAssessments } from './changeInAssessments';

const pair = (careSetting: string, earlier: number, later: number, restated = false): AssessmentPair => ({
  ods: 'R01',
  careSetting,
  earlier: { sequence: 1, score: earlier, restated },
  later: { sequence: 2, score: later, restated: false },
});
const changeOf = (...pairs: readonly AssessmentPair[]) =>
  changeInAssessments({
    ...{ definition: 'assessment-change@1', framework: 'DMA', measure: 'overall_comparable' },
    ...{ earlier: '2024', later: '2025', publicOn: 20_539, pairs, unpaired: 0 },
  });

describe('how assessments changed', () => {
  it('counts on unrounded scores, whole and by care setting, the largest first', () => {
    const change = changeOf(
      pair('mental_health', 3, 2),
      pair('acute', 2, 3),
      pair('acute', 2.5, 2.504),
      pair('acute', 3, 2.999),
      pair('community', 2, 2),
    );
    expect(change).toMatchObject({ returns: 5, rose: 2, fell: 2, level: 1 });
    expect(change.careSettings).toMatchObject([
      { careSetting: 'acute', returns: 3, rose: 2, fell: 1, level: 0 },
      { careSetting: 'community', returns: 1, rose: 0, fell: 0, level: 1 },
      { careSetting: 'mental_health', returns: 1, rose: 0, fell: 1, level: 0 },
    ]);
  });

  it('spreads each version by quartiles between neighbours, in whatever order the scores came', () => {
    const [acute] = changeOf(
      pair('acute', 4, 1, true),
      pair('acute', 1, 2),
      pair('acute', 3, 5),
      pair('acute', 2, 4),
    ).careSettings;
    expect([acute?.earlier, acute?.later]).toEqual([
      { version: '2024', restated: true, least: 1, lower: 1.75, median: 2.5, upper: 3.25, greatest: 4 },
      { version: '2025', restated: false, least: 1, lower: 1.75, median: 3, upper: 4.25, greatest: 5 },
    ]);
  });

  it('has nothing to say of no returns', () => {
    expect(changeOf()).toEqual({ returns: 0, rose: 0, fell: 0, level: 0, careSettings: [] });
  });
});

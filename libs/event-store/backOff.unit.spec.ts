import { backOff } from './backOff';

describe('the pause before another attempt', () => {
  it('doubles up to its longest and is never less than half of that', () => {
    for (const [n, full] of [50, 100, 200, 400, 500, 500].entries()) {
      for (let time = 0; time < 20; time += 1) {
        const ms = backOff(n, 50, 500);
        expect(ms).toBeGreaterThanOrEqual(full / 2);
        expect(ms).toBeLessThanOrEqual(full);
      }
    }
    expect(backOff(5_000, 50, 500)).toBeLessThanOrEqual(500);
  });

  it('is not the same for all', () => {
    expect(new Set(Array.from({ length: 20 }, () => backOff(3, 50, 5_000))).size).toBeGreaterThan(10);
  });
});

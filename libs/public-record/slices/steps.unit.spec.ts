import { atOnce, inSlices } from './steps';
import type { Steps } from './steps';

/** Goes on until it is told to end; gives up where nobody gets a turn to tell it. */
function* untilTold(isTold: () => boolean): Steps<string> {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    if (isTold()) return 'told';
    yield;
  }
  return 'nobody had a turn';
}

describe('work in steps', () => {
  it('lets others have their turn', async () => {
    let told = false;
    setImmediate(() => (told = true));
    expect(await inSlices(untilTold(() => told))).toBe('told');
  });

  it('comes to the same at once', () => {
    let steps = 0;
    expect(atOnce(untilTold(() => (steps += 1) > 3))).toBe('told');
  });
});

import type { FactVersion } from '../facts/factVersion';
import { eprLiveRule } from './eprCoverageRule';
import { NOTHING_KNOWN } from './trustEpr';
import { verdictWhileOpen } from './verdictWhileOpen';

const vague = (n: number): FactVersion => ({
  sequence: n,
  fact: String(n),
  type: 'EprWentLive.v1',
  window: { earliest: 0, latest: 365 },
  publicOn: 400,
  data: { deployment: `d-${n}` },
});

it('does a bounded amount of work, however many vague reports there are', () => {
  let evolved = 0;
  const counted: typeof eprLiveRule = {
    ...eprLiveRule,
    evolve(state, fact) {
      evolved += 1;
      return eprLiveRule.evolve(state, fact);
    },
  };
  const reports = Array.from({ length: 60 }, (_, n) => vague(n));
  expect(verdictWhileOpen(counted, NOTHING_KNOWN, reports).level).toBe('not-known');
  expect(evolved).toBeLessThan(2000);
});

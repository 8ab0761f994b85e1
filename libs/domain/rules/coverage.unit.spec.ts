import type { FactType } from '../events/factSchemas';
import type { FactVersion } from '../facts/factVersion';
import { parseDay } from '../time/day';
import { eprLiveRule } from './eprCoverageRule';
import { verdictOn } from './profileOf';

const day = (text: string): number => parseDay(text) as number;
let sequence = 0;
const fact = (type: FactType, from: string, to: string, data: Record<string, unknown>): FactVersion => {
  sequence += 1;
  return {
    sequence,
    fact: String(sequence),
    type,
    window: { earliest: day(from), latest: day(to) },
    publicOn: day(to),
    data,
  };
};

it('is not known within the month of a go-live and certain from its end', () => {
  const facts = [fact('EprWentLive.v1', '2016-05-01', '2016-05-31', { deployment: 'a' })];
  expect(verdictOn(eprLiveRule, facts, day('2016-04-30')).level).toBe('not-known');
  expect(verdictOn(eprLiveRule, facts, day('2016-05-30')).level).toBe('not-known');
  expect(verdictOn(eprLiveRule, facts, day('2016-05-31')).level).toBe('yes');
});

import type { WrittenEvent } from './arrayLedger';
import { Random } from './random';
import { HISTORY_DAYS, historyDay, occurrence, publicDay } from './randomHistory';
import { Story } from './story';

type Members = Record<string, unknown>;

const METRICS = ['epr_coverage', 'epr_coverage_or_in_progress', 'core_level'];

/** What facts about targets say, and how often they are told. */
const FACTS: readonly (readonly [number, string, (random: Random) => Members])[] = [
  [4, 'TargetSet', (r) => ({ metric: r.pick(METRICS), wording: wording(r), ...share(r), ...date(r, 'deadline') })],
  [2, 'TargetReworded', (r) => ({ wording: wording(r), ...(r.chance(0.3) && { metric: r.pick(METRICS) }) })],
  [3, 'ThresholdChanged', (r) => ({ ...share(r), ...date(r, 'deadline') })],
  [3, 'DeadlineExtended', (r) => date(r, 'deadline')],
  [1, 'TargetWithdrawn', () => ({})],
];
const OF_PROGRAMMES: typeof FACTS = [
  [2, 'ProgrammeLaunched', (r) => ({ name: 'A programme', ...date(r, 'ends') })],
  [4, 'ProgrammeEndRevised', (r) => date(r, 'ends')],
  [1, 'ProgrammeSucceeded', (r) => ({ successor: 'another', ...(r.chance(0.5) && date(r, 'ends')) })],
  [1, 'FundingRevised', () => ({ toGbpMillions: 1 })],
];

const wording = (random: Random): string => `Wording ${random.int(1, 3)}`;

function share(random: Random): Members {
  const low = random.pick([50, 70, 90, 100]);
  return random.chance(0.7) ? { thresholdPercentLow: low, thresholdPercentHigh: low } : {};
}

function date(random: Random, prefix: 'deadline' | 'ends'): Members {
  const month = historyDay(random.int(0, HISTORY_DAYS)).slice(0, 7);
  return random.weighted<Members>([
    [6, { [`${prefix}On`]: month, [`${prefix}Precision`]: 'month' }],
    [2, { [`${prefix}On`]: `${month}-15`, [`${prefix}Precision`]: 'day' }],
    [1, { [`${prefix}Precision`]: 'unknown' }],
    [1, {}],
  ]);
}

/** Tells of a few targets and programmes at random: in periods, late, corrected, retracted, out of order. */
export function randomTargets(seed: number, ids: readonly string[], length: number): WrittenEvent[] {
  const random = new Random(seed);
  const story = new Story();
  const stated: { id: string; members: (random: Random) => Members; retracted: boolean }[] = [];
  const when = (): Members & { publicOn: string } => {
    const day = random.int(0, HISTORY_DAYS);
    return { ...occurrence(random, day), publicOn: publicDay(random, day) };
  };
  const something = (): void => {
    const id = random.pick(ids);
    const isTarget = random.chance(0.7);
    const [, type, members] = random.weighted(
      (isTarget ? FACTS : OF_PROGRAMMES).map((fact) => [fact[0], fact] as const),
    );
    const fact = story.fact(`${isTarget ? 'target' : 'programme'}-${id}`, type, { ...members(random), ...when() });
    stated.push({ id: fact, members, retracted: false });
  };
  const again = (): void => {
    const fact = random.pick(stated);
    if (fact.retracted) return;
    fact.retracted = random.chance(0.3);
    if (fact.retracted) story.mark('FactRetracted', fact.id, when().publicOn);
    else story.correct(fact.id, { ...fact.members(random), ...when() });
  };
  while (story.events.length < length) (stated.length > 0 && random.chance(0.3) ? again : something)();
  return story.events;
}

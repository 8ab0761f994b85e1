import type { WrittenEvent } from './arrayLedger';
import { Random } from './random';
import { Story } from './story';

const FIRST_DAY = Date.UTC(2023, 10, 1);
const DAY_MS = 86_400_000;
/** Days that histories are about: enough for two years of months, few enough that windows often meet. */
export const HISTORY_DAYS = 240;

/** The n-th of those days; a few lie before or after. */
export const historyDay = (n: number): string => new Date(FIRST_DAY + n * DAY_MS).toISOString().slice(0, 10);

interface Stated {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  retracted: boolean;
}

type Members = Record<string, unknown>;

const STATES = ['none', 'procuring', 'contracted', 'implementing', 'live_partial', 'live', 'suspended', 'withdrawn'];

/** What facts of each type say, and how often they are told. */
const FACTS: readonly (readonly [number, string, (random: Random) => Members])[] = [
  [3, 'TrustRenamed', (r) => ({ name: `Name ${r.int(1, 4)}` })],
  [
    3,
    'TrustMoved',
    (r) => ({ toIcb: r.pick(['QAA', 'QBB']), ...(r.chance(0.5) && { toRegion: r.pick(['Y56', 'Y60']) }) }),
  ],
  [2, 'TrustTypeChanged', (r) => ({ type: r.pick(['acute', 'community']) })],
  [4, 'TrustObserved', observed],
  [2, 'TrustClosed', () => ({})],
  [2, 'EprBusinessCaseApproved', (r) => ({ ...system(r), stage: r.pick(['strategic_outline', 'outline', 'full']) })],
  [2, 'EprProcurementStarted', system],
  [3, 'EprContractAwarded', (r) => ({ ...system(r), stage: r.pick(['announced', 'awarded']) })],
  [3, 'EprContractSigned', system],
  [1, 'EprContractExpired', system],
  [3, 'EprImplementationStarted', system],
  [1, 'EprPlanPublished', system],
  [4, 'EprGoLivePlanned', (r) => ({ ...system(r), ...plannedDates(r) })],
  [2, 'EprGoLivePostponed', (r) => ({ ...system(r), ...(r.chance(0.6) && plannedDates(r)) })],
  [5, 'EprWentLive', (r) => ({ ...system(r), ...(r.chance(0.3) && { extent: r.pick(['partial', 'full']) }) })],
  [2, 'EprUseSuspended', system],
  [1, 'EprUseResumed', system],
  [1, 'EprWithdrawn', system],
  [3, 'EprStateReported', (r) => ({ ...system(r), state: r.pick(STATES) })],
  [3, 'EprStateReported', (r) => ({ state: r.chance(0.5) ? 'none' : r.pick(STATES) })],
  [2, 'CapabilityAssessed', assessed],
];

function system(random: Random): Members {
  return { deployment: random.pick(['old', 'new', 'other', 'next']) };
}

/** Mostly some months ahead, sometimes over already, sometimes no day that is known. */
function plannedDates(random: Random): Members {
  const day = historyDay(random.int(0, HISTORY_DAYS + 60));
  return random.pick([
    { plannedFor: day, plannedPrecision: 'day' },
    { plannedFor: day.slice(0, 7), plannedPrecision: 'month' },
    { plannedBy: day, plannedPrecision: 'on_or_before' },
    { plannedPrecision: 'unknown' },
  ]);
}

const completeness = (random: Random): Members => ({
  kinds: random.pick([['epr'], ['epr', 'assessments'], ['assessments']]),
  completeTo: historyDay(random.int(0, HISTORY_DAYS)),
});

function observed(random: Random): Members {
  return {
    list: 'A list',
    ...(random.chance(0.6) && { name: `Name ${random.int(1, 4)}` }),
    ...(random.chance(0.6) && { icb: random.pick(['QAA', 'QBB']) }),
    ...(random.chance(0.6) && { region: random.pick(['Y56', 'Y60']) }),
    ...(random.chance(0.4) && { type: random.pick(['acute', 'community']) }),
  };
}

function assessed(random: Random): Members {
  const scores = { well_led: random.int(1, 5) };
  return { framework: 'DMA', frameworkVersion: '2025', careSetting: 'acute', scores, assurance: 'self_assessed' };
}

/** A time in one of the eight forms, around a day. */
export function occurrence(random: Random, day: number): Members {
  const text = historyDay(day);
  const month = Number(text.slice(5, 7));
  const forms: readonly (readonly [number, Members])[] = [
    [10, { precision: 'day', occurredOn: text }],
    [2, { precision: 'approximate_day', occurredOn: text }],
    [3, { precision: 'month', occurredOn: text.slice(0, 7) }],
    [1, { precision: 'quarter', occurredOn: `${text.slice(0, 4)}-Q${Math.ceil(month / 3)}` }],
    [1, { precision: 'year', occurredOn: text.slice(0, 4) }],
    [2, { precision: 'between', occurredOn: text, occurredBy: historyDay(day + random.int(1, 40)) }],
    [1, { precision: 'on_or_before', occurredBy: text }],
    [1, { precision: 'unknown' }],
  ];
  return random.weighted(forms);
}

/** Mostly soon after, often ahead, sometimes whenever: so the public order is not the recorded one. */
export function publicDay(random: Random, day: number): string {
  const shift = random.weighted([
    [6, random.int(0, 30)],
    [3, -random.int(1, 40)],
    [2, random.int(-HISTORY_DAYS, HISTORY_DAYS)],
  ]);
  return historyDay(day + shift);
}

/** Tells the history of a few trusts at random: late, corrected, retracted, taken up again, ahead of time, out of order. */
export function randomHistory(seed: number, trusts: readonly string[], length: number): WrittenEvent[] {
  const random = new Random(seed);
  const story = new Story();
  const stated: Stated[] = [];
  const disputes: string[] = [];
  const tell = (subject: string, type: string, members: Members): void => {
    const day = random.int(0, HISTORY_DAYS);
    const told = { ...occurrence(random, day), ...members, publicOn: publicDay(random, day) };
    stated.push({ id: story.fact(subject, type, told), subject, type, retracted: false });
  };
  for (const ods of trusts) {
    const country = random.chance(0.85) ? 'England' : 'Wales';
    if (random.chance(0.9))
      tell(`trust-${ods}`, 'TrustRegistered', { name: `Trust ${ods}`, kind: 'nhs_trust', country });
  }
  const complete = (): void => {
    const some = random.chance(0.5) && { trusts: trusts.filter(() => random.chance(0.2)) };
    if (some && some.trusts.length === 0) return;
    tell('source-trusts', 'SourceCompleteTo', { ...completeness(random), ...some });
  };
  const something = (): void => {
    if (random.chance(0.02)) return complete();
    const [, type, members] = random.weighted(FACTS.map((fact) => [fact[0], fact] as const));
    const shared = type.startsWith('Epr') && random.chance(0.1);
    const members_ = shared ? { members: trusts.filter(() => random.chance(0.5)) } : {};
    if (shared && members_.members?.length === 0) return;
    tell(shared ? 'sharedepr-many' : `trust-${random.pick(trusts)}`, type, { ...members(random), ...members_ });
  };
  const again = (): void => {
    const fact = random.pick(stated);
    const day = random.int(0, HISTORY_DAYS);
    const publicOn = publicDay(random, day);
    if (fact.retracted) {
      if (random.chance(0.7)) story.mark('FactReinstated', fact.id, publicOn);
      else return;
      fact.retracted = false;
    } else if (random.chance(0.3)) {
      story.mark('FactRetracted', fact.id, publicOn);
      fact.retracted = true;
    } else story.correct(fact.id, { ...restated(random, fact, trusts), ...occurrence(random, day), publicOn });
  };
  const argue = (): void => {
    const publicOn = publicDay(random, random.int(0, HISTORY_DAYS));
    const open = disputes.pop();
    if (open !== undefined && random.chance(0.5)) story.resolve(open, publicOn);
    else disputes.push(story.dispute(random.pick(stated).id, publicOn));
  };
  while (story.events.length < length) {
    const act = random.weighted([
      [12, something],
      [5, again],
      [1, argue],
      [1, () => foreign(random, story, random.pick(trusts))],
    ]);
    if (stated.length > 0 || act === something) act();
  }
  return story.events;
}

function restated(random: Random, { subject, type }: Stated, trusts: readonly string[]): Members {
  if (type === 'TrustRegistered') return { name: `Name ${random.int(1, 4)}`, kind: 'nhs_trust', country: 'England' };
  if (type === 'SourceCompleteTo') return completeness(random);
  const fact = FACTS.find(([, name]) => name === type);
  const members = subject.startsWith('sharedepr') ? { members: [random.pick(trusts)] } : {};
  return { ...fact?.[2](random), ...members };
}

/** What another program may have written: without our metadata, in no known shape, of no known type. */
function foreign(random: Random, story: Story, ods: string): void {
  const data = { precision: 'day', occurredOn: historyDay(random.int(0, HISTORY_DAYS)), deployment: 'old' };
  random.pick([
    () => story.write(`trust-${ods}`, 'EprWentLive.v1', data, null),
    () => story.write(`trust-${ods}`, 'SomethingElse.v1', data, null),
    () => story.write('elsewhere', 'FactRetracted.v1', { fact: 'no id' }, null),
  ])();
}

import type { Random } from '../../libs/views/testing/random';
import { occurrence } from './occurrence';
import type { Deployment, Trust } from './programme';
import { dayText } from './programme';

type Members = Readonly<Record<string, unknown>>;

/** A fact about a trust: its type, and what it says of something that happened about an instant. */
export interface Told {
  readonly type: string;
  readonly data: Members;
}

const MEASURES = [
  'empower_people',
  'ensure_smart_foundations',
  'healthy_populations',
  'improve_care',
  'safe_practice',
  'support_workforce',
  'well_led',
];
const PRODUCTS = ['Aurora', 'Beacon', 'Cairn', 'Dovetail'];
const AFTER: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  none: [[1, 'outline_case']],
  outline_case: [[1, 'procuring']],
  procuring: [[1, 'full_case']],
  full_case: [[1, 'contracted']],
  contracted: [[1, 'implementing']],
  implementing: [
    [1, 'live_partial'],
    [2, 'live'],
  ],
  live_partial: [[1, 'live']],
  live: [
    [9, 'live'],
    [1, 'suspended'],
  ],
  suspended: [[1, 'resumed']],
};
const STEP_TYPES: Readonly<Record<string, string>> = {
  procuring: 'EprProcurementStarted',
  contracted: 'EprContractSigned',
  implementing: 'EprImplementationStarted',
  suspended: 'EprUseSuspended',
  resumed: 'EprUseResumed',
};

/** The deployment that a new fact is about: mostly the latest; a new one once that is live, and while there are few. */
function deploymentOf(random: Random, trust: Trust): Deployment {
  const last = trust.deployments.at(-1);
  const isDone = last?.state === 'live' && trust.deployments.length < 6 && random.chance(0.03);
  if (last && !isDone) return random.chance(0.9) ? last : random.pick(trust.deployments);
  const id = `${trust.ods.toLowerCase()}-${trust.deployments.length + 1}`;
  const deployment = { id, product: random.pick(PRODUCTS), state: 'none' };
  trust.deployments.push(deployment);
  return deployment;
}

const named = ({ id, product }: Deployment): Members => ({ deployment: id, product });

function step(random: Random, trust: Trust, instant: number): Told {
  const deployment = deploymentOf(random, trust);
  const next = random.weighted(AFTER[deployment.state] ?? [[1, 'live']]);
  const data = { ...named(deployment), ...occurrence(random, instant) };
  deployment.state = next === 'resumed' ? 'live' : next;
  if (next === 'outline_case') return { type: 'EprBusinessCaseApproved', data: { ...data, stage: 'outline' } };
  if (next === 'full_case') return { type: 'EprBusinessCaseApproved', data: { ...data, stage: 'full' } };
  if (next === 'live_partial') return { type: 'EprWentLive', data: { ...data, extent: 'partial' } };
  return { type: STEP_TYPES[next] ?? 'EprWentLive', data };
}

function report(random: Random, trust: Trust, instant: number): Told {
  const deployment = deploymentOf(random, trust);
  const whole = random.chance(0.03);
  const data = { ...occurrence(random, instant), return: 'Monthly return', state: deployment.state };
  return { type: 'EprStateReported', data: whole ? data : { ...named(deployment), ...data } };
}

function plan(random: Random, trust: Trust, instant: number): Told {
  const planned = {
    plannedFor: dayText(instant + random.int(60, 900) * 86_400_000).slice(0, 7),
    plannedPrecision: 'month',
  };
  const postponed = random.chance(0.3);
  const data = { ...named(deploymentOf(random, trust)), ...occurrence(random, instant, true) };
  if (postponed) return { type: 'EprGoLivePostponed', data: random.chance(0.7) ? { ...data, ...planned } : data };
  return { type: 'EprGoLivePlanned', data: { ...data, ...planned } };
}

function assessment(random: Random, _trust: Trust, instant: number): Told {
  const year = dayText(instant).slice(0, 4);
  const scores = Object.fromEntries(MEASURES.map((measure) => [measure, random.int(10, 50) / 10]));
  const what = { framework: 'DMA', frameworkVersion: year, careSetting: random.pick(['acute', 'community']), scores };
  return {
    type: 'CapabilityAssessed',
    data: { ...what, ...occurrence(random, instant), assurance: random.pick(['self_assessed', 'peer_reviewed']) },
  };
}

function observation(random: Random, trust: Trust, instant: number): Told {
  if (random.chance(0.01)) trust.icb = `QZ${random.pick(['A', 'B', 'C', 'D', 'E', 'F'])}`;
  const data = { list: 'Invented list', icb: trust.icb, region: trust.region, type: trust.type };
  return {
    type: 'TrustObserved',
    data: { ...data, name: `Invented Trust ${trust.ods}`, occurredOn: dayText(instant), precision: 'day' },
  };
}

function rating(random: Random, trust: Trust, instant: number): Told {
  const data = { ...named(deploymentOf(random, trust)), ...occurrence(random, instant) };
  return random.chance(0.2)
    ? { type: 'IncidentReported', data: { ...data, severity: 'critical' } }
    : { type: 'EprProgrammeRated', data: { ...data, rating: random.pick(['red', 'amber', 'green']) } };
}

function award(random: Random, trust: Trust, instant: number): Told {
  const data = { ...named(deploymentOf(random, trust)), ...occurrence(random, instant) };
  return { type: 'EprContractAwarded', data: { ...data, stage: random.pick(['announced', 'awarded']) } };
}

function support(random: Random, _trust: Trust, instant: number): Told {
  const data = { ...occurrence(random, instant), kind: random.pick(['financial', 'policy', 'delivery']) };
  return { type: 'SupportAgreed', data: { ...data, detail: 'Help with the programme' } };
}

/** What is told of a trust, in hundredths of its facts: 74 of them assessments, returns, plans and steps of the life cycle. */
const KINDS: readonly (readonly [number, (random: Random, trust: Trust, instant: number) => Told])[] = [
  [38, assessment],
  [16, report],
  [14, plan],
  [5, step],
  [1, award],
  [12, observation],
  [8, rating],
  [6, support],
];

/** A fact about a trust that happened about an instant. */
export function factAbout(random: Random, trust: Trust, instant: number): Told {
  return random.weighted(KINDS)(random, trust, instant);
}

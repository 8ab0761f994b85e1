import { day, fact, idOf } from './scriptedFacts';
import type { ScriptedFact } from './scriptedFacts';

/** A small record about invented trusts, with what pages must cope with: corrections, ranges, silence, and hostile texts. */

export const HOSTILE = '<script>alert("x")</script> & Sons\' "Trust" {{ 7*7 }}';

export interface ScriptedTrust {
  readonly ods: string;
  readonly name: string;
  readonly formerNames?: readonly string[];
  readonly kind?: 'nhs_trust' | 'care_trust';
  readonly country?: 'England' | 'Wales';
  readonly opened?: string;
  readonly closed?: string;
  readonly successors?: readonly string[];
}

const FILLERS: readonly ScriptedTrust[] = Array.from({ length: 60 }, (_, index) => ({
  ods: `ZZF${String(index).padStart(2, '0')}`,
  name: `Westbrook ${String(index + 1)} NHS Trust`,
}));

export const TRUSTS: readonly ScriptedTrust[] = [
  { ods: 'ZZ1', name: 'Northvale Hospitals NHS Foundation Trust', formerNames: ['Northvale District NHS Trust'] },
  { ods: 'ZZ2', name: HOSTILE, formerNames: ['"><img src=x onerror=alert(1)>'] },
  { ods: 'ZZ3', name: 'Eastmere NHS Trust', closed: '2026-03-31', successors: ['ZZ1'] },
  { ods: 'ZZ4', name: 'Cwm Uchaf University Local Health Trust', country: 'Wales' },
  { ods: 'ZZ5', name: 'Southmoor Care NHS Foundation Trust', kind: 'care_trust' },
  { ods: 'ZZ6', name: 'Highfell Community NHS Trust', opened: '2024-11-01' },
  ...FILLERS,
];

const PRESS = { publisher: 'The Gazette', kind: 'press', url: 'https://gazette.example/epr?a=1&b=2' };
const COPY = { publisher: 'A mirror', kind: 'copy', copies: 'County News' };
const HOSTILE_SOURCE = { publisher: HOSTILE, kind: 'press', url: 'javascript:alert(1)' };

const NORTHVALE = { subject: 'trust-ZZ1', name: 'Northvale Hospitals NHS Foundation Trust' } as const;
const SOUTHMOOR = { subject: 'trust-ZZ5', name: 'Southmoor Care NHS Foundation Trust' } as const;
const ALPHA = { deployment: 'zz1-alpha', product: 'Alpha', supplier: 'Example Systems' };
const BETA = { deployment: 'zz1-beta', productSupplier: 'Beta', replaces: 'Alpha' };

/** EPR facts of all trusts, oldest first; the go-live of entry 5 stands corrected by entry 9. */
export const EPR_FACTS: readonly ScriptedFact[] = [
  fact({
    ...NORTHVALE,
    sequence: 4,
    type: 'EprGoLivePlanned.v1',
    data: {
      occurredBy: '2023-01-31',
      precision: 'on_or_before',
      plannedFor: '2023-06',
      plannedPrecision: 'month',
      ...ALPHA,
      source: PRESS,
    },
    publicOn: '2023-02-01',
  }),
  {
    ...fact({
      ...NORTHVALE,
      sequence: 9,
      type: 'EprWentLive.v1',
      data: { occurredOn: '2023-11-02', precision: 'approximate_day', ...ALPHA, detail: HOSTILE, source: PRESS },
      publicOn: '2023-11-15',
    }),
    fact: idOf(5),
    version: idOf(9),
  },
  fact({
    ...NORTHVALE,
    sequence: 6,
    type: 'EprContractAwarded.v1',
    data: {
      occurredOn: '2024-02',
      precision: 'month',
      stage: 'announced',
      valueGbpMillions: 85,
      ...BETA,
      source: COPY,
    },
    publicOn: '2024-11-25',
  }),
  fact({
    ...NORTHVALE,
    sequence: 7,
    type: 'EprGoLivePlanned.v1',
    data: {
      occurredBy: '2024-10-31',
      precision: 'on_or_before',
      plannedFor: '2024-12',
      plannedPrecision: 'month',
      ...BETA,
    },
    publicOn: '2024-11-25',
  }),
  fact({
    ...NORTHVALE,
    sequence: 8,
    type: 'EprGoLivePostponed.v1',
    data: { occurredOn: '2024-11', precision: 'month', ...BETA, source: HOSTILE_SOURCE },
    publicOn: '2024-11-25',
  }),
  fact({
    ...SOUTHMOOR,
    sequence: 10,
    type: 'EprGoLivePostponed.v1',
    data: { precision: 'unknown', deployment: 'zz5-gamma', supplier: 'Gamma', source: COPY },
    publicOn: '2026-02-01',
    publicHow: 'compiled',
  }),
];

const said = (sequence: number, statedOn: string, members: object): ScriptedFact =>
  fact({
    sequence,
    subject: `statement-${sequence}`,
    type: 'StatementPublished.v1',
    data: {
      occurredOn: statedOn,
      precision: statedOn.length === 7 ? 'month' : 'day',
      speaker: 'The department',
      ...members,
    },
    publicOn: statedOn.length === 7 ? `${statedOn}-28` : statedOn,
    publicHow: 'published',
  });

/** Newest public first, as the question answers. */
export const STATEMENTS: readonly ScriptedFact[] = [
  said(20, '2025-02-11', {
    kind: 'forecast',
    topic: 'forecast',
    metric: 'epr_coverage',
    wording: 'By March 2026 it will be 96%',
    population: 'NHS trusts in England',
    numerator: 198,
    denominator: 206,
    percentLow: 96,
    percentHigh: 96,
    source: COPY,
  }),
  said(19, '2023-11-15', {
    kind: 'claim',
    topic: 'status_claim',
    metric: 'epr_coverage',
    wording: `90% reached ${HOSTILE}`,
    population: 'NHS trusts in England',
    numerator: 189,
    denominator: 210,
    percentLow: 90,
    percentHigh: 90,
    refersTo: '2023-11-15',
    source: PRESS,
  }),
  said(21, '2023-07', {
    kind: 'decision',
    topic: 'target_changed',
    metric: 'programme_end',
    wording: 'The end moved to March 2026',
    targetDate: '2026-03',
  }),
  said(18, '2022-02', {
    kind: 'target',
    topic: 'target_set',
    metric: 'epr_coverage',
    wording: '90% by December 2023',
    percentLow: 90,
    percentHigh: 90,
    targetDate: '2023-12',
    source: PRESS,
  }),
  said(17, '2021-08-31', { kind: 'publication', topic: 'definition_published', wording: 'A framework was published' }),
];

/** Newest public first. */
export const PROGRAMME: readonly ScriptedFact[] = [
  fact({
    sequence: 16,
    subject: 'programme-example',
    type: 'ProgrammeEndRevised.v1',
    data: { occurredOn: '2023-07', precision: 'month', endsOn: '2026-03', endsPrecision: 'month' },
    publicOn: '2023-07-31',
    publicHow: 'published',
  }),
  fact({
    sequence: 15,
    subject: 'programme-example',
    type: 'ProgrammeLaunched.v1',
    data: { occurredOn: '2021', precision: 'year', name: 'Example', endsOn: '2025-03', endsPrecision: 'month' },
    publicOn: '2021-12-31',
    publicHow: 'published',
  }),
];

const assessed = (sequence: number, year: string, scores: Record<string, number>): ScriptedFact =>
  fact({
    ...NORTHVALE,
    sequence,
    type: 'CapabilityAssessed.v1',
    data: {
      occurredOn: year,
      precision: 'year',
      framework: 'DMA',
      frameworkVersion: year,
      careSetting: 'acute',
      scores,
      assurance: 'self_assessed',
    },
    publicOn: '2026-03-27',
    publicHow: 'published',
  });

export const ASSESSMENTS: readonly ScriptedFact[] = [
  assessed(12, '2025', { overall_comparable: 2.658009, well_led: 3 }),
  assessed(11, '2024', { overall_comparable: 2.164502 }),
];

export const OBSERVED = fact({
  ...NORTHVALE,
  sequence: 3,
  type: 'TrustObserved.v1',
  data: {
    occurredOn: '2023-06-15',
    precision: 'day',
    list: 'A list of trusts',
    icb: 'QZ1',
    region: 'Y99',
    type: 'acute',
  },
  publicOn: '2023-06-15',
  publicHow: 'observed',
});

export const REGISTERED = fact({
  ...NORTHVALE,
  sequence: 1,
  type: 'TrustRegistered.v1',
  data: {
    occurredBy: '2021-11-01',
    precision: 'on_or_before',
    name: 'Northvale Hospitals NHS Foundation Trust',
    kind: 'nhs_trust',
    country: 'England',
  },
  publicOn: '2021-11-01',
  publicHow: 'effective',
});

/** The go-live as it was first recorded, which entry 9 corrects. */
export const FIRST_GO_LIVE = fact({
  ...NORTHVALE,
  sequence: 5,
  type: 'EprWentLive.v1',
  data: { occurredOn: '2023-12-02', precision: 'day', ...ALPHA, detail: HOSTILE, source: PRESS },
  publicOn: '2023-11-15',
});

export const CORRECTION_REASON = 'The day was read wrongly';
export const FIRST_DAY = day('2021-11-01');
export const PROGRAMME_END = day('2026-03-31');
export const TODAY = day('2026-11-24');

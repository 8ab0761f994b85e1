import type { WrittenEvent } from './arrayLedger';
import { Story } from './story';

/** One small record, and moments at which every question has another answer, so that a coordinate that is ignored shows. */
export interface DistinctMoments {
  /** In the order of the ledger; the ledger's own opening is not among them. */
  readonly events: readonly WrittenEvent[];
  /** A trust, a fact and a kind of subject whose answers differ. */
  readonly ods: string;
  readonly fact: string;
  readonly kind: string;
  /** Two days, two numbers of these events, two public days; the later of each where it is not the one that is varied. */
  readonly days: readonly [string, string];
  readonly sizes: readonly [number, number];
  readonly publicDays: readonly [string, string];
}

const ENGLISH = { kind: 'nhs_trust', country: 'England', occurredOn: '2015-04-01' };
const SCORES = { framework: 'DMA', frameworkVersion: '2025', careSetting: 'acute', assurance: 'self_assessed' };
const CLAIM = { speaker: 'A board', kind: 'claim', topic: 'status_claim' };

/** What is true and public early, what comes in the second half of 2023, and what was recorded last of all. */
export function distinctMoments(ledger = 'milepost'): DistinctMoments {
  const story = new Story(ledger);
  story.fact('icb-QAA', 'IcbOpened', {
    name: 'North ICB',
    region: 'Y60',
    regionName: 'Midlands',
    occurredOn: '2022-07-01',
  });
  story.fact('trust-RAA', 'TrustRegistered', { ...ENGLISH, name: 'Alpha Trust' });
  story.fact('trust-RBB', 'TrustRegistered', { ...ENGLISH, name: 'Beta Trust' });
  story.fact('trust-RAA', 'TrustObserved', {
    list: 'A list',
    icb: 'QAA',
    region: 'Y60',
    type: 'acute',
    occurredOn: '2022-07-02',
  });
  const live = story.fact('trust-RAA', 'EprWentLive', { deployment: 'raa-epr', occurredOn: '2022-09-01' });
  story.fact('trust-RAA', 'CapabilityAssessed', { ...SCORES, scores: { well_led: 2 }, occurredOn: '2022-10-01' });
  story.fact('statement-first', 'StatementPublished', { ...CLAIM, wording: 'All is well.', occurredOn: '2022-10-01' });

  story.fact('icb-QAA', 'IcbRenamed', { name: 'North and East ICB', occurredOn: '2023-09-01' });
  story.fact('trust-RAA', 'TrustRenamed', { name: 'Alpha and Delta Trust', occurredOn: '2023-09-01' });
  story.fact('trust-RAA', 'EprUseSuspended', { deployment: 'raa-epr', occurredOn: '2023-09-02' });
  story.fact('trust-RAA', 'CapabilityAssessed', { ...SCORES, scores: { well_led: 3 }, occurredOn: '2023-09-03' });
  story.fact('statement-second', 'StatementPublished', {
    ...CLAIM,
    wording: 'Nearly all is.',
    occurredOn: '2023-09-04',
  });
  story.fact('trust-RBB', 'TrustClosed', { occurredOn: '2023-09-30' });
  story.dispute(live, '2023-09-05');
  const before = story.events.length;

  story.correct(live, { deployment: 'raa-epr', occurredOn: '2022-09-20', publicOn: '2023-10-01' });
  story.fact('icb-QAA', 'IcbRenamed', { name: 'The ICB', occurredOn: '2023-10-01' });
  story.fact('trust-RAA', 'TrustRenamed', { name: 'Alpha Foundation Trust', occurredOn: '2023-10-02' });
  story.fact('trust-RAA', 'EprUseResumed', { deployment: 'raa-epr', occurredOn: '2023-10-03' });
  story.fact('trust-RAA', 'CapabilityAssessed', { ...SCORES, scores: { well_led: 4 }, occurredOn: '2023-10-04' });
  story.fact('statement-third', 'StatementPublished', { ...CLAIM, wording: 'All is.', occurredOn: '2023-10-05' });
  story.fact('trust-RCC', 'TrustRegistered', { ...ENGLISH, name: 'Gamma Trust', publicOn: '2023-10-06' });
  // Two come and one closes, so that the count does not come out the same by chance.
  story.fact('trust-RDD', 'TrustRegistered', { ...ENGLISH, name: 'Delta Trust', publicOn: '2023-10-07' });
  return {
    events: story.events,
    ods: 'RAA',
    fact: live,
    kind: 'statement',
    days: ['2023-08-31', '2023-12-31'],
    sizes: [before, story.events.length],
    publicDays: ['2023-08-31', '2023-12-31'],
  };
}

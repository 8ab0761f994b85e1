import { factSchemas } from '@milepost/domain';
import { eventInWords, factInWords } from './eventInWords';

describe('events in words', () => {
  it.each([
    ['EprWentLive.v1', { extent: 'partial' }, 'Went live in part'],
    ['EprGoLivePlanned.v1', { plannedFor: '2026-10', plannedPrecision: 'month' }, 'Go-live planned for October 2026'],
    ['EprGoLivePostponed.v1', {}, 'Go-live postponed, no new date given'],
    [
      'EprGoLivePostponed.v1',
      { plannedFor: '2024-11', plannedPrecision: 'month' },
      'Go-live postponed to November 2024',
    ],
    ['EprContractAwarded.v1', { stage: 'announced', valueGbpMillions: 85 }, 'Contract announced (£85 million)'],
    ['EprContractAwarded.v1', { stage: 'awarded' }, 'Contract awarded'],
    ['EprProgrammeRated.v1', { rating: 'amber', previousRating: 'red' }, 'Programme rated amber, before that red'],
    ['EprStateReported.v1', { state: 'none' }, 'State reported: Reported as having no EPR'],
    ['TrustSucceeded.v1', { how: 'split', successors: [{ ods: 'RAA' }, { ods: 'RBB' }] }, 'Split between RAA and RBB'],
    [
      'ProgrammeEndRevised.v1',
      { endsOn: '2026-03', endsPrecision: 'month' },
      'End of the programme revised to March 2026',
    ],
    [
      'TargetSet.v1',
      { thresholdPercentLow: 90, deadlineOn: '2023-12', deadlinePrecision: 'month' },
      'Target set: 90% by December 2023',
    ],
    [
      'TargetReworded.v1',
      { wording: 'As many as possible', deadlineOn: '2025-03', deadlinePrecision: 'month' },
      'Target reworded, for March 2025',
    ],
    [
      'CapabilityAssessed.v1',
      { framework: 'DMA', frameworkVersion: '2025', careSetting: 'mental_health' },
      'Assessed: DMA 2025, mental health',
    ],
  ])('says %s of %j as "%s"', (type, data, words) => {
    expect(factInWords(type, data)).toBe(words);
  });

  it('has words for every type of fact, also where the data is not what its schema says', () => {
    for (const type of Object.keys(factSchemas)) {
      for (const data of [{}, { successors: 'x', careSettings: 3, plannedFor: 7, rating: null, name: ['a'] }]) {
        const words = factInWords(type, data);
        expect(words).not.toBe(type);
        expect(words).not.toMatch(/undefined|null|NaN|\[object/);
        expect(words.trim()).toBe(words);
      }
    }
  });

  it('says of a correction what it corrects', () => {
    expect(eventInWords('FactCorrected.v1', { corrects: { type: 'EprWentLive.v1' } })).toBe('Correction: Went live');
  });

  it('names an unknown type as it is stored, even one that is called like a member of every object', () => {
    expect(eventInWords('Whatever.v9', undefined)).toBe('Whatever.v9');
    expect(eventInWords('constructor', {})).toBe('constructor');
    expect(eventInWords('', {})).toBe('An event of a type not known here');
  });
});

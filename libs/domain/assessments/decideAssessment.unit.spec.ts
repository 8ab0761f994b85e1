import type { Decision } from '../deciding/decision';
import type { StreamFold } from '../deciding/foldStream';
import type { Told } from '../testing/story';
import { accepted, eventId, given, inMonth, on, refused, registered, today } from '../testing/story';
import { decideAssessment } from './decideAssessment';
import { measureLabel } from './frameworks';

const dma = (data: Record<string, unknown> = {}): Told =>
  inMonth('2025-06', 'CapabilityAssessed.v1', {
    framework: 'DMA',
    frameworkVersion: '2025',
    careSetting: 'acute',
    scores: { overall_comparable: 2.702381, well_led: 3 },
    assurance: 'self_assessed',
    ...data,
  });
const emram = (date: string, stage: number, data: Record<string, unknown> = {}): Told =>
  on(date, 'CapabilityAssessed.v1', {
    framework: 'EMRAM',
    frameworkVersion: '2022',
    careSetting: 'acute',
    scores: { stage },
    assurance: 'independent',
    ...data,
  });
const when = (fold: StreamFold, { data }: Told): Decision => decideAssessment({ trust: 'RXX', data }, fold, today);
const open = given(registered());

describe('an assessment', () => {
  it('is accepted with the measures and the scale of its framework', () => {
    expect(accepted(when(open, dma()))).toHaveLength(1);
    expect(accepted(when(open, emram('2024-01-01', 0)))).toHaveLength(1);
    const statuses = { framework: 'DCF', frameworkVersion: '1', scores: {}, statuses: { records: 'in_progress' } };
    expect(accepted(when(open, dma(statuses)))).toHaveLength(1);
  });

  it.each<[string, Told, string, string]>([
    ['a score below the scale', dma({ scores: { well_led: 0.9 } }), 'score-out-of-range', '/scores/well_led'],
    ['a score above the scale', dma({ scores: { well_led: 5.1 } }), 'score-out-of-range', '/scores/well_led'],
    ['a stage above the last', emram('2024-01-01', 8), 'score-out-of-range', '/scores/stage'],
    ['half a stage', emram('2024-01-01', 5.5), 'score-out-of-range', '/scores/stage'],
    ['a measure of no version', dma({ scores: { leadership: 3 } }), 'unknown-measure', '/scores/leadership'],
    ['a member of every object', dma({ scores: { constructor: 3 } }), 'unknown-measure', '/scores/constructor'],
    ['a version not known', dma({ frameworkVersion: '2019' }), 'unknown-framework-version', '/frameworkVersion'],
    ['no score', dma({ scores: {} }), 'assessment-empty', '/scores'],
    ['statuses beside scores', dma({ statuses: { records: 'completed' } }), 'statuses-not-scored', '/statuses'],
    ['no status', dma({ framework: 'DCF', scores: {} }), 'assessment-empty', '/statuses'],
    ['scores for statuses', dma({ framework: 'DCF' }), 'scores-not-statused', '/scores'],
    ['a day ahead', emram('2026-11-25', 5), 'happened-after-today', '/occurredOn'],
  ])('is refused with %s', (_, told, rule, pointer) => {
    expect(refused(when(open, told))).toMatchObject({ rule, pointer });
  });

  it('is recorded once a round: a second one is a correction', () => {
    const fold = given(registered(), dma());
    const refusal = refused(when(fold, dma({ scores: { well_led: 4 } })));
    expect(refusal).toMatchObject({ rule: 'assessment-already-recorded', fact: eventId(1) });
    expect(refusal.hint).toContain(eventId(1));
    expect(accepted(when(fold, dma({ careSetting: 'community' })))).toHaveLength(1);
    expect(accepted(when(fold, dma({ frameworkVersion: '2024' })))).toHaveLength(1);
    expect(accepted(when(fold, dma({ restated: true })))).toHaveLength(1);
  });

  it('comes again at a later time where the version is that of lasting criteria', () => {
    const fold = given(registered(), emram('2024-01-01', 5));
    expect(accepted(when(fold, emram('2026-01-01', 6)))).toHaveLength(1);
    expect(refused(when(fold, emram('2024-01-01', 6))).rule).toBe('assessment-already-recorded');
  });

  it('is of a trust that was open', () => {
    const fold = given(registered(), on('2025-03-31', 'TrustClosed.v1'));
    expect(refused(when(fold, dma())).rule).toBe('trust-closed');
    expect(refused(when(given(), dma())).rule).toBe('unknown-trust');
  });
});

it('labels a measure as its version does', () => {
  expect(measureLabel('DMA', '2025', 'support_workforce')).toBe('Support Workforce');
  expect(measureLabel('DMA', '2025', 'support_people')).toBeUndefined();
  expect(measureLabel('DMA', '2030', 'well_led')).toBeUndefined();
});

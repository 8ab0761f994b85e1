import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { ViewsReader } from '../reader/viewsReader';
import { Story } from '../testing/story';
import { caseFileAt, extendedTargets } from './caseFile';
import { targetAt, targetsAt } from './targetView';
import { ArrayLedger } from '../testing/arrayLedger';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { viewsOver } from '../testing/viewsOver';

const day = (text: string): number => parseDay(text) as number;
const month = (on: string) => ({ deadlineOn: on, deadlinePrecision: 'month' });
const share = (percent: number) => ({ thresholdPercentLow: percent, thresholdPercentHigh: percent });

/** An extension with all that a decision can say, and what came after it. Every trust in it is invented. */
function complete() {
  const story = new Story();
  for (const [ods, name] of [
    ['ZZ1', 'Northvale'],
    ['ZZ2', 'Southmoor'],
    ['ZZ3', 'Eastmere'],
  ] as const) {
    story.fact(`trust-${ods}`, 'TrustRegistered', {
      name,
      kind: 'nhs_trust',
      country: 'England',
      occurredOn: '2015-04-01',
    });
  }
  story.fact('trust-ZZ1', 'EprWentLive', { deployment: 'one', occurredOn: '2022-09-01' });
  story.fact('trust-ZZ2', 'EprGoLivePlanned', {
    ...{ deployment: 'two', plannedFor: '2022-09-10', plannedPrecision: 'day' },
    occurredOn: '2022-05-01',
  });
  story.fact('trust-ZZ2', 'EprProcurementStarted', { deployment: 'two', occurredOn: '2022-10-01' });
  story.fact('target-coverage', 'TargetSet', {
    metric: 'epr_coverage',
    wording: 'All',
    ...share(100),
    ...month('2024-03'),
    occurredOn: '2022-02-01',
  });
  story.fact('target-coverage', 'DeadlineExtended', {
    ...month('2025-03'),
    ...{ authority: 'The board', reasons: ['Late'], conditions: ['A report each quarter'] },
    ...{ decidedOn: '2023-01-20', decidedPrecision: 'day', informedBy: { asOf: '2022-10-01', recordedBy: 'size:6' } },
    occurredOn: '2023-02-01',
  });
  const small = story.events.length;
  story.fact('target-coverage', 'ThresholdChanged', { ...share(90), occurredOn: '2023-06-01' });
  story.fact('trust-ZZ2', 'EprWentLive', { deployment: 'two', occurredOn: '2023-06-02' });
  story.fact('statement-claim', 'StatementPublished', {
    ...{
      speaker: 'A board',
      kind: 'claim',
      topic: 'status_claim',
      metric: 'epr_coverage',
      wording: 'Done',
      percentLow: 100,
    },
    occurredOn: '2023-06-03',
  });
  return { events: story.events, small };
}

describe('targets and case files at a moment', () => {
  const { events, small } = complete();
  const views = viewsOver(events);
  const late: Moment = { asOf: day('2024-01-01'), size: events.length, publicBy: undefined };
  const sizeAt = (recordedBy: string) => Number(recordedBy.slice('size:'.length));
  const ASK: Readonly<Record<string, (moment: Moment) => unknown>> = {
    'all targets': (moment) => targetsAt(views.reader, moment),
    'one target': (moment) => targetAt(views.reader, moment, 'coverage'),
    'the case file': (moment) => caseFileAt(views.reader, moment, 'coverage', sizeAt),
  };

  it.each(Object.entries(ASK))('%s: two days, two sizes and two public days give different answers', (_, ask) => {
    const text = (moment: Moment): string => JSON.stringify(ask(moment));
    expect(text({ ...late, asOf: day('2023-03-01') })).not.toBe(text(late));
    expect(text({ ...late, size: small })).not.toBe(text(late));
    expect(text({ ...late, publicBy: day('2023-03-01') })).not.toBe(text({ ...late, publicBy: day('2023-12-31') }));
  });

  it('shows every trust of which something was recorded as the decision knew it, and what became of it', () => {
    const { informed, findings, changes } = caseFileAt(views.reader, late, 'coverage', sizeAt) ?? {};
    // Of size 6 the record holds no target yet, and of the trusts what had been recorded by then.
    expect(informed).toMatchObject({ basis: 'said', counted: 3, moment: { asOf: day('2022-10-01'), size: 6 } });
    expect(informed?.trusts.map(({ ods, then, daysLate, now }) => [ods, then.level, daysLate, now?.level])).toEqual([
      ['ZZ1', 'live', undefined, 'live'],
      ['ZZ2', 'procuring', 21, 'live'],
    ]);
    expect(changes?.[0]).toMatchObject({
      before: { deadline: { value: { text: { on: '2024-03' } } }, threshold: { value: { low: 100 } } },
      after: { deadline: { value: { text: { on: '2025-03' } } }, threshold: { value: { low: 100 } } },
    });
    expect(findings?.gaps.map(({ id }) => id)).toEqual(['condition-1-kept']);
  });

  it('takes what was public when it was announced where the moment that informed it cannot be told', () => {
    const file = caseFileAt(views.reader, { ...late, size: late.size - 1 }, 'coverage', () => undefined);
    const announced = day('2023-02-01');
    expect(file?.informed).toMatchObject({ basis: 'announced', moment: { asOf: announced, publicBy: announced } });
    // Months after its last report nobody knew whether its plan had been kept.
    expect(file?.informed.trusts.map(({ ods, daysLate }) => [ods, daysLate])).toEqual([
      ['ZZ1', undefined],
      ['ZZ2', undefined],
    ]);
  });

  it('counts by the version in force of the standard that is called as the metric is', async () => {
    const story = new Story();
    for (const ods of ['ZZ1', 'ZZ2', 'ZZ3']) {
      const registered = { name: ods, kind: 'nhs_trust', country: 'England', occurredOn: '2015-04-01' };
      story.fact(`trust-${ods}`, 'TrustRegistered', registered);
    }
    const assessed = { framework: 'DMA', frameworkVersion: '2025', careSetting: 'acute', assurance: 'self_assessed' };
    for (const [ods, well_led] of [
      ['ZZ1', 3],
      ['ZZ2', 2],
      ['ZZ3', 1],
    ] as const) {
      story.fact(`trust-${ods}`, 'CapabilityAssessed', { ...assessed, scores: { well_led }, occurredOn: '2025-06-01' });
    }
    story.fact('target-core-level', 'TargetSet', {
      metric: 'core_level',
      wording: '70%',
      ...share(70),
      occurredOn: '2025-01-01',
    });
    const before = story.events.length;
    story.fact('standard-core-level', 'StandardPublished', {
      ...{ version: '1', purpose: 'standard', title: 'The core level', effectiveFrom: '2025-01-01', metFrom: 'at' },
      levels: [
        { name: 'below', title: 'Below' },
        {
          name: 'at',
          title: 'At',
          when: { score: { framework: 'DMA', versions: ['2025'], measure: 'well_led', atLeast: 2 } },
        },
      ],
      rollUp: { by: 'all', over: 'assessed' },
      mergerPolicy: 'acquirer-only',
      occurredOn: '2025-02-01',
    });
    const levels = new ArrayLedger(story.events);
    const place = temporaryFolder();
    const writer = new ViewsWriter(place.path, levels);
    await writer.applyUpTo();
    writer.close();
    const views = new ViewsReader(place.path, levels);
    const moment = { asOf: day('2025-12-31'), size: story.events.length, publicBy: undefined };
    expect(targetAt(views, { ...moment, size: before }, 'core-level')?.against).toBeUndefined();
    expect(targetAt(views, moment, 'core-level')?.against).toMatchObject({
      metric: 'meets:core-level@1',
      figure: { numerator: 2, denominator: 3, notKnown: 0 },
      still: { needed: 3, low: 1, high: 1 },
    });
    views.close();
    place.remove();
  });

  it('has no case where no date was moved', () => {
    expect(extendedTargets(views.reader, late).map(({ id }) => id)).toEqual(['coverage']);
    expect(extendedTargets(views.reader, { ...late, asOf: day('2023-01-31') })).toEqual([]);
    expect(caseFileAt(views.reader, late, 'nothing', sizeAt)).toBeUndefined();
  });
});

import { eventChecker } from '@milepost/event-store';
import { inOrder } from '../plan/inOrder';
import type { Plan } from '../plan/plan';
import { registry } from '../testing/registry';
import { bytesOf, shippedText } from '../testing/shippedText';
import type { OwnFileKind } from './ownFileKinds';
import type { OwnFileOptions } from './ownFileOptions';
import { planUserFile } from './planUserFile';
import { like } from '../testing/like';

const KNOWN = { trusts: new Set(['RX1', 'RCF', 'R0A']) };
const plan = (kind: OwnFileKind, text: string, options: OwnFileOptions = {}) =>
  planUserFile(kind, bytesOf(text), `${kind}.csv`, options, KNOWN);
const events = (planned: Plan) => inOrder(planned).map(({ event }) => event);
const problems = ({ files }: Plan) =>
  files.flatMap(({ rows, unread }) => [
    ...rows.flatMap((row) => ('problems' in row ? row.problems : [])),
    ...(unread ? [unread.problem] : []),
  ]);
const nothing = ({ files }: Plan) =>
  files.flatMap(({ rows }) => rows.flatMap((row) => ('nothing' in row ? row.nothing : [])));

describe('an assessment file', () => {
  const HEADER = 'ods_code,care_setting,framework,year,overall,safe_practice,published_on\n';

  it('becomes an assessment a row, a score a column that is filled', () => {
    expect(events(plan('dma', `${HEADER}RX1,acute,DMA,2026,3.25,,2027-03-26\n`))).toEqual([
      {
        subject: 'trust-RX1',
        type: 'CapabilityAssessed.v1',
        key: 'DMA/2026/RX1/acute',
        data: {
          occurredOn: '2026',
          precision: 'year',
          framework: 'DMA',
          frameworkVersion: '2026',
          careSetting: 'acute',
          scores: { overall: 3.25 },
          assurance: 'self_assessed',
        },
        public: { on: '2027-03-26', how: 'published' },
      },
    ]);
  });

  it.each([
    ['RX1,acute,DMA,2026,5.5,,2027-03-26', 'overall', /from 1 to 5/],
    ['RX1,acute,DMA,26,5,,2027-03-26', 'year', /four digits/],
    ['RXZ,acute,DMA,2026,5,,2027-03-26', 'ods_code', /no RXZ in the register/],
    ['RX1,dental,DMA,2026,5,,2027-03-26', 'care_setting', /takes acute/],
    ['RX1,acute,EMRAM,2026,5,,2027-03-26', 'overall', /no measure of this name/],
    ['RX1,acute,DMA,2026,5,,', 'reported_on', /--published-on/],
  ])('refuses %s', (row, column, reason) => {
    expect(problems(plan('dma', `${HEADER}${row}\n`))).toEqual([
      { file: 'dma.csv', line: 2, column, reason: like(reason) },
    ]);
  });

  it('has nothing to record of a row without a score', () => {
    expect(nothing(plan('dma', `${HEADER}RX1,acute,DMA,2026,,,\n`))).toEqual(['The row has no score.']);
  });

  it('takes the stage of EMRAM, and the day of publication from the option', () => {
    const [event] = events(
      plan('dma', 'ods_code,care_setting,framework,year,stage\nRX1,acute,EMRAM,2022,5\n', {
        publishedOn: '2026-01-31',
      }),
    );

    expect(event).toMatchObject({
      data: { framework: 'EMRAM', scores: { stage: 5 }, assurance: 'not_known' },
      public: { on: '2026-01-31', how: 'published' },
    });
  });

  it('is of a part of the data set by framework and year', () => {
    expect(plan('dma', HEADER).partOf('DMA/2026/RX1/acute')).toBe('DMA/2026');
  });
});

describe('a milestones file', () => {
  const [header = '', first = ''] = shippedText('epr_milestones.csv')
    .split('\n')
    .filter((line) => /^(key|rcf-plan-1),/.test(line));

  it('has the columns of the shipped one', () => {
    expect(events(plan('milestones', `${header}\n${first}\n`))).toMatchObject([
      {
        subject: 'trust-RCF',
        type: 'EprGoLivePlanned.v1',
        key: 'RCF/rcf-plan-1',
        public: { on: '2024-11-26', how: 'reported' },
      },
    ]);
  });

  it.each([
    ['procurement_started', 'EprProcurementStarted.v1', {}],
    ['outline_case_approved', 'EprBusinessCaseApproved.v1', { stage: 'outline' }],
    ['implementation_started', 'EprImplementationStarted.v1', {}],
    ['contract_expired', 'EprContractExpired.v1', {}],
    ['system_use_resumed', 'EprUseResumed.v1', {}],
    ['withdrawn', 'EprWithdrawn.v1', {}],
  ])('can hold %s as well', (word, type, members) => {
    const row = `x,RX1,rx1-new,,${word},2026-02,,month,,,2026-03-01,,,,,primary,The trust,`;

    expect(events(plan('milestones', `${header}\n${row}\n`))).toMatchObject([{ type, data: members }]);
  });

  it('names its trust', () => {
    const row = first.replace(',RCF,', ',,');

    expect(problems(plan('milestones', `${header}\n${row}\n`))[0]?.column).toBe('ods_code');
  });
});

describe('a returns file', () => {
  const HEADER = 'ods_code,name,state,as_at,precision,deployment,source,reported_on\n';

  it('becomes what was reported as at a day', () => {
    expect(
      events(plan('returns', `${HEADER}RX1,Nottingham,live,2026-03-31,,rx1-new,Return of March,2026-04-10\n`)),
    ).toEqual([
      {
        subject: 'trust-RX1',
        type: 'EprStateReported.v1',
        key: 'RX1/rx1-new/2026-03-31',
        data: {
          occurredOn: '2026-03-31',
          precision: 'day',
          state: 'live',
          deployment: 'rx1-new',
          return: 'Return of March',
        },
        public: { on: '2026-04-10', how: 'reported' },
      },
    ]);
  });

  it('passes over what was not filled in', () => {
    const planned = plan('returns', `${HEADER}RX1,Nottingham,,,,,,\nRCF,Airedale,none,2026-03,month,,,2026-04-10\n`);

    expect(nothing(planned)).toEqual(['The state is empty.']);
    expect(events(planned)).toMatchObject([
      { key: 'RCF//2026-03', data: { state: 'none', occurredOn: '2026-03', precision: 'month' } },
    ]);
  });

  it('reads the day with on_or_before as the last', () => {
    expect(events(plan('returns', `${HEADER}RX1,,live,2026-03-31,on_or_before,,,2026-04-10\n`))[0]?.data).toEqual({
      occurredBy: '2026-03-31',
      precision: 'on_or_before',
      state: 'live',
    });
  });

  it.each([
    ['RX1,,alive,2026-03-31,,,,2026-04-10', 'state', /not a value of this column. It takes none, outline_case/],
    ['RX1,,live,,,,,2026-04-10', 'as_at', /as at a day/],
    ['RX1,,live,2026-03-31,month,,,2026-04-10', 'as_at', /as_at must be a month/],
    ['RX1,,live,2026-03-31,,RX1 new,,2026-04-10', 'deployment', /lower-case words/],
    ['RX1,,live,2026-03-31,,,,', 'reported_on', /--published-on/],
  ])('refuses %s', (row, column, reason) => {
    expect(problems(plan('returns', `${HEADER}${row}\n`))).toEqual([
      { file: 'returns.csv', line: 2, column, reason: like(reason) },
    ]);
  });

  it('may come without the columns that nothing was said in', () => {
    const planned = plan('returns', 'ods_code,state,as_at\nRX1,live,2026-Q1\n', { publishedOn: '2026-04-10' });

    expect(events(planned)).toMatchObject([{ data: { occurredOn: '2026-Q1', precision: 'quarter' } }]);
  });
});

it('gives every event the shape that its type demands', () => {
  const check = eventChecker(registry);
  const [header] = shippedText('epr_milestones.csv').split('\n');
  const planned = [
    ...events(plan('returns', 'ods_code,state,as_at\nRX1,live,2026-Q1\n', { publishedOn: '2026-04-10' })),
    ...events(
      plan('dma', 'ods_code,care_setting,framework,year,stage\nRX1,acute,EMRAM,2022,5\n', {
        publishedOn: '2026-01-31',
      }),
    ),
    ...events(
      plan('milestones', `${header}\nx,RX1,rx1-new,,withdrawn,2026-02,,month,,,2026-03-01,,,,,primary,The trust,\n`),
    ),
  ];
  const metadata = { recordedAt: '2026-11-24T00:00:00.000Z', actor: { id: 'a', role: 'programme' }, origin: 'import' };

  expect(planned).toHaveLength(3);
  expect(planned.flatMap(({ type, data }) => check({ id: '', type, data, metadata }))).toEqual([]);
});

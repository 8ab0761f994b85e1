import { eventChecker } from '@milepost/event-store';
import { inOrder } from '../plan/inOrder';
import type { Plan } from '../plan/plan';
import { registry } from '../testing/registry';
import { bytesOf } from '../testing/shippedText';
import { odsName } from './odsName';
import { planUserFile } from './planUserFile';
import { aFunction, like } from '../testing/like';

const KNOWN = { trusts: new Set(['RX1', 'RW6', 'R0A', 'RM3']) };
const AS_AT = { asAt: '2026-10-01' };

/** A row as ODS publishes them: 27 quoted columns, the address left out. */
function row(
  code: string,
  name: string,
  region: string,
  icb: string,
  opened: string,
  closed = '',
  geography = '',
): string {
  const cells = [code, name, region, icb, '', '', '', '', '', 'X1 1XX', opened, closed, ...Array<string>(15).fill('')];
  cells[23] = geography;
  return cells.map((cell) => `"${cell}"`).join(',');
}

const plan = (file: string, text: string) => planUserFile('ods', bytesOf(text), file, AS_AT, KNOWN);
const events = (planned: Plan) => inOrder(planned).map(({ event }) => event);
const problems = ({ files }: Plan) =>
  files.flatMap(({ rows }) => rows.flatMap((r) => ('problems' in r ? r.problems : [])));

describe('etr.csv and ect.csv', () => {
  it.each(['\n', '\r\n'])('register and observe a trust alive on the day of the file (line end %j)', (end) => {
    const planned = plan(
      'etr.csv',
      `${row('RX1', 'NOTTINGHAM UNIVERSITY HOSPITALS NHS TRUST', 'Y60', 'QT1', '20060401')}${end}`,
    );

    expect(planned.dataSet).toBe('ods-etr');
    expect(events(planned)).toEqual([
      {
        subject: 'trust-RX1',
        type: 'TrustRegistered.v1',
        key: 'RX1/2026-10-01',
        data: {
          occurredOn: '2006-04-01',
          precision: 'day',
          name: 'Nottingham University Hospitals NHS Trust',
          kind: 'nhs_trust',
          country: 'England',
          source: { publisher: 'NHS England Organisation Data Service', kind: 'primary' },
        },
        public: { on: '2006-04-01', how: 'effective' },
        givesWayTo: aFunction,
      },
      {
        subject: 'trust-RX1',
        type: 'TrustObserved.v1',
        key: 'RX1/2026-10-01',
        data: {
          occurredOn: '2026-10-01',
          precision: 'day',
          list: 'ODS trust file etr',
          name: 'Nottingham University Hospitals NHS Trust',
          icb: 'QT1',
          region: 'Y60',
        },
        public: { on: '2026-10-01', how: 'observed' },
      },
    ]);
  });

  it('close a trust on its last day, and observe it only while it lives', () => {
    const ended = events(plan('etr.csv', row('RW6', 'PENNINE', 'Y62', 'QOP', '20020401', '20210930')));
    const ending = events(plan('etr.csv', row('RW6', 'PENNINE', 'Y62', 'QOP', '20020401', '20261231')));

    expect(ended.map(({ type }) => type)).toEqual(['TrustRegistered.v1', 'TrustClosed.v1']);
    expect(ended[1]).toMatchObject({
      data: { occurredOn: '2021-09-30' },
      public: { on: '2021-09-30', how: 'effective' },
    });
    expect(ending.map(({ type }) => type)).toEqual(['TrustRegistered.v1', 'TrustObserved.v1', 'TrustClosed.v1']);
    expect(ending[2]?.public).toEqual({ on: '2026-10-01', how: 'observed' });
  });

  it('give way to a closing that the register has, and contradict another', () => {
    const closed = events(plan('etr.csv', row('RW6', 'PENNINE', 'Y62', 'QOP', '20020401', '20210930')))[1];

    expect(closed?.givesWayTo?.({ occurredOn: '2021-09-30', precision: 'day' })).toBe('said-already');
    expect(closed?.givesWayTo?.({ occurredOn: '2021-10-01', precision: 'day' })).toBe('contradicts');
  });

  it('know a care trust by the file, and Wales by its letter or its old region', () => {
    const care = events(plan('ect.csv', row('TAD', 'BRADFORD DISTRICT CARE NHS FOUNDATION TRUST', 'Y63', 'QWO', '')));
    const old = events(plan('etr.csv', row('RYT', 'PUBLIC HEALTH WALES NHS TRUST', 'W00', 'Q99', '20091001', '', 'W')));
    const recent = events(plan('etr.csv', row('RYT', 'PUBLIC HEALTH WALES NHS TRUST', '', '', '20091001', '', 'W')));

    expect(care[0]?.data).toMatchObject({ kind: 'care_trust', occurredBy: '2026-10-01', precision: 'on_or_before' });
    expect([old[0]?.data.country, recent[0]?.data.country]).toEqual(['Wales', 'Wales']);
    expect([old[1]?.data.region, old[1]?.data.icb]).toEqual([undefined, undefined]);
  });

  it.each([
    [
      'a row of 26 columns',
      row('RX1', 'X', 'Y60', 'QT1', '20060401').slice(0, -3),
      undefined,
      /26 cells instead of 27/,
    ],
    ['a day that does not exist', row('RX1', 'X', 'Y60', 'QT1', '20060431'), 'open_date', /YYYYMMDD/],
    ['a code for invented trusts', row('ZZ1', 'X', 'Y60', 'QT1', '20060401'), 'code', /invented/],
    ['a trust of no country', row('RX1', 'X', '', '', '20060401'), 'region', /England or in Wales/],
    ['a closing before the opening', row('RX1', 'X', 'Y60', 'QT1', '20060401', '20060331'), 'close_date', /before/],
  ])('refuse %s', (_, text, column, reason) => {
    expect(problems(plan('etr.csv', text))).toEqual([
      {
        ...{ file: 'etr.csv', line: 1, reason: like(reason) },
        ...(column === undefined ? {} : { column }),
      },
    ]);
  });

  it('need the day that they describe, and a name that says which file it is', () => {
    const text = bytesOf(row('RX1', 'X', 'Y60', 'QT1', '20060401'));
    const problem = (asAt: string | undefined, file: string) => () => planUserFile('ods', text, file, { asAt }, KNOWN);

    expect(problem(undefined, 'etr.csv')).toThrow(/--as-at/);
    expect(problem('2026-02-30', 'etr.csv')).toThrow(/day that exists/);
    expect(problem('2026-10-01', 'metrics.csv')).toThrow(/etr.csv, ect.csv/);
    expect(problem('2026-10-01', '/home/me/ETR-2026-10.csv')).not.toThrow();
  });
});

describe('succ.csv', () => {
  const succession = (...rows: readonly (readonly string[])[]) =>
    plan('succ.csv', rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));

  it('tells all successors of a trust in one event, and passes over other organisations', () => {
    const planned = succession(
      ['A81001', 'A81002', 'R', '20210401', '1'],
      ['RW6', 'R0A', 'R', '20211001', '1'],
      ['RW6', 'RM3', 'R', '20211001', '1'],
    );

    expect(events(planned)).toMatchObject([
      {
        subject: 'trust-RW6',
        type: 'TrustSucceeded.v1',
        key: 'RW6/2026-10-01',
        data: { occurredOn: '2021-10-01', how: 'split', successors: [{ ods: 'R0A' }, { ods: 'RM3' }] },
      },
    ]);
    expect(planned.files[0]?.rows.map((r) => ('nothing' in r ? r.nothing : ''))).toEqual([
      'The register holds no trust of this code.',
      '',
      'Recorded with line 2.',
    ]);
  });

  it('refuses a successor that the register does not hold', () => {
    expect(problems(succession(['RW6', 'RZZ', 'R', '20211001', '1']))).toEqual([
      { file: 'succ.csv', line: 1, column: 'new_code', reason: 'There is no RZZ in the register.' },
    ]);
  });

  it('gives way to the same succession, in whatever order it was recorded', () => {
    const [event] = events(succession(['RW6', 'R0A', 'R', '20211001', ''], ['RW6', 'RM3', 'R', '20211001', '']));
    const recorded = { occurredOn: '2021-10-01', successors: [{ ods: 'RM3' }, { ods: 'R0A' }] };

    expect(event?.givesWayTo?.(recorded)).toBe('said-already');
    expect(event?.givesWayTo?.({ ...recorded, successors: [{ ods: 'RM3' }] })).toBe('contradicts');
    expect(event?.givesWayTo?.({ ...recorded, occurredOn: '2021-09-30' })).toBe('contradicts');
  });
});

describe('odsName', () => {
  it.each([
    ["GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust"],
    [
      "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST",
      "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
    ],
    ['SHEFFIELD HEALTH & SOCIAL CARE NHS FOUNDATION TRUST', 'Sheffield Health & Social Care NHS Foundation Trust'],
    ['The Online NHS Trust', 'The Online NHS Trust'],
  ])('reads %s', (capitals, name) => {
    expect(odsName(capitals)).toBe(name);
  });
});

it('gives every event the shape that its type demands', () => {
  const check = eventChecker(registry);
  const planned = [
    ...events(plan('etr.csv', row('RW6', 'PENNINE', 'Y62', 'QOP', '20020401', '20261231'))),
    ...events(plan('etr.csv', row('RYT', 'PUBLIC HEALTH WALES NHS TRUST', 'W00', 'Q99', '', '', 'W'))),
    ...events(plan('succ.csv', 'RW6,R0A,R,20211001,1')),
  ];
  const metadata = { recordedAt: '2026-11-24T00:00:00.000Z', actor: { id: 'a', role: 'programme' }, origin: 'import' };

  expect(planned.flatMap(({ type, data }) => check({ id: '', type, data, metadata }))).toEqual([]);
});

import { inOrder } from '../plan/inOrder';
import { bytesOf, shippedText } from '../testing/shippedText';
import { planPublicRecord } from './planPublicRecord';
import type { RecordFile } from './recordFiles';
import { aNumber, like } from '../testing/like';

/** The long files, cut to their header where a test is about another. */
const short = (['trust_lists.csv', 'dma_assessments.csv'] as const).map(
  (file) => [file, bytesOf(`${shippedText(file).split('\n')[0]}\n`)] as const,
);

/** Plans the record with one file changed, and counts the events that are missing for it. */
function planWith(file: RecordFile, change: (text: string) => string) {
  const before = shippedText(file);
  const after = change(before);
  if (after === before) throw new Error(`Nothing was changed in ${file}.`);
  const whole = planPublicRecord(new Map([...short, [file, bytesOf(before)]]));
  const plan = planPublicRecord(new Map([...short, [file, bytesOf(after)]]));
  return {
    plan,
    problems: plan.files.flatMap(({ rows, unread }) => [
      ...rows.flatMap((row) => ('problems' in row ? row.problems : [])),
      ...(unread ? [unread.problem] : []),
    ]),
    missing: inOrder(whole).length - inOrder(plan).length,
  };
}

const R0A = 'R0A,Manchester University NHS Foundation Trust,nhs_trust,England,2017-10-01,,\n';
const DMA = 'R0A,acute,2024,3.095238,,,,,,,';

describe('a row of the record that is wrong', () => {
  it.each<[string, RecordFile, string, string, string | undefined, RegExp, number]>([
    [
      'a day that does not exist',
      'trusts.csv',
      R0A,
      R0A.replace('2017-10-01', '2017-02-30'),
      'opened_on',
      /day that exists/,
      1,
    ],
    ['a day in another form', 'trusts.csv', R0A, R0A.replace('2017-10-01', '01/10/2017'), 'opened_on', /YYYY-MM-DD/, 1],
    [
      'an unknown word',
      'trusts.csv',
      R0A,
      R0A.replace('nhs_trust', 'hospital'),
      'kind',
      /takes nhs_trust or care_trust/,
      1,
    ],
    [
      'an empty name',
      'trusts.csv',
      R0A,
      R0A.replace('Manchester University NHS Foundation Trust', ''),
      'name',
      /empty/,
      1,
    ],
    ['a code of another form', 'trusts.csv', R0A, R0A.replace('R0A', 'R-A'), 'ods_code', /not an ODS code/, 1],
    ['a code for invented trusts', 'trusts.csv', 'K0N6A,', 'ZZN6A,', 'ods_code', /invented/, 1],
    ['a row that repeats another', 'trusts.csv', R0A, R0A + R0A, undefined, /repeats R0A\/opened, which line 4 has/, 0],
    [
      'a closing before the opening',
      'trusts.csv',
      '2020-03-01,2020-03-26,ods',
      '2020-03-01,2020-02-26,ods',
      'closed_on',
      /before the first/,
      2,
    ],
    [
      'a closing without its basis',
      'trusts.csv',
      '2020-03-01,2020-03-26,ods',
      '2020-03-01,2020-03-26,',
      'closed_on_basis',
      /together/,
      2,
    ],
    ['too many cells', 'trusts.csv', R0A, R0A.replace('\n', ',\n'), undefined, /8 cells instead of 7/, 1],
    ['a trust that is in no row', 'trust_moves.csv', 'G6V2S,', 'RXZ,', 'ods_code', /There is no RXZ in trusts.csv/, 1],
    [
      'an ICB that is in no row',
      'trust_moves.csv',
      'G6V2S,QMJ,Z9B2Z',
      'G6V2S,QMJ,QZZ',
      'to_icb',
      /There is no QZZ in icbs.csv/,
      1,
    ],
    ['a move to the same ICB', 'trust_moves.csv', 'G6V2S,QMJ,Z9B2Z', 'G6V2S,QMJ,QMJ', 'to_icb', /another ICB/, 1],
    [
      'a score out of range',
      'dma_assessments.csv',
      DMA,
      DMA.replace('3.095238', '5.1'),
      'overall_comparable',
      /from 1 to 5/,
      1,
    ],
    ['a score that is no number', 'dma_assessments.csv', DMA, DMA.replace('3.095238', '3,1'), undefined, /12 cells/, 1],
    [
      'a score in another form',
      'dma_assessments.csv',
      DMA,
      DMA.replace('3.095238', '3e0'),
      'overall_comparable',
      /not a number/,
      1,
    ],
    [
      'a measure that was not published',
      'dma_assessments.csv',
      DMA,
      DMA.replace('3.095238,', '3.095238,4'),
      'well_led',
      /only the overall/,
      1,
    ],
    [
      'an unknown milestone',
      'epr_milestones.csv',
      'Trust,go_live,2016-05-23',
      'Trust,went_live,2016-05-23',
      'milestone',
      /takes go_live/,
      1,
    ],
    [
      'a date that its precision contradicts',
      'epr_milestones.csv',
      '2016-05-23,,day',
      '2016-05,,day',
      'occurred_on',
      /occurred_on must be a day/,
      1,
    ],
    [
      'a precision without a date',
      'epr_milestones.csv',
      '2016-05-23,,day',
      ',,day',
      'occurred_on',
      /occurred_on is missing/,
      1,
    ],
    ['a plan for no day', 'epr_milestones.csv', '2024-12,month', ',', 'planned_for', /says what it plans for/, 1],
    [
      'a go-live that plans',
      'epr_milestones.csv',
      '2016-05-23,,day,,',
      '2016-05-23,,day,2017,year',
      'planned_for',
      /plans nothing/,
      1,
    ],
    ['a rating without words', 'epr_milestones.csv', 'red to amber overall', 'better', 'detail', /from.*to/, 1],
    [
      'a milestone of no trust',
      'epr_milestones.csv',
      'ren-go-live-2016,REN',
      'ren-go-live-2016,',
      'ods_code',
      /names no trust/,
      1,
    ],
    ['a part without a size', 'statements.csv', 'will miss the date: 8', 'will miss the date', 'parts', /label/, 1],
    ['more than all', 'statements.csv', ',189,210,', ',211,210,', 'numerator', /211 is more than the 210/, 1],
    ['a share above all', 'statements.csv', ',70,70,', ',70,170,', 'percent_high', /from 0 to 100/, 2],
    ['half a range', 'statements.csv', ',70,70,', ',70,,', 'percent_high', /together/, 2],
    [
      'an address that is none',
      'statements.csv',
      ',https://htn.co.uk/2022/07/14',
      ',javascript:alert(1)//',
      'source_url',
      /http/,
      1,
    ],
    [
      'a sum that is wrong',
      'denominators.csv',
      '2023-04-01,207,4,211',
      '2023-04-01,207,4,212',
      'total',
      /not the sum/,
      0,
    ],
  ])('because of %s is refused, and the rest goes in', (_, file, from, to, column, reason, fewer) => {
    const { plan, problems, missing } = planWith(file, (text) => text.replace(from, to));

    const here = problems.filter((problem) => problem.file === file);
    const rows = plan.files.find((planned) => planned.file === file)?.rows ?? [];
    expect(here).toEqual([
      {
        ...{ file, line: aNumber, reason: like(reason) },
        ...(column === undefined ? {} : { column }),
      },
    ]);
    expect(rows.filter((row) => 'problems' in row)).toHaveLength(1);
    if (problems.length === here.length) expect(missing).toBe(fewer);
  });

  it('is told with every wrong cell it has', () => {
    const { problems } = planWith('trusts.csv', (text) => text.replace(R0A, 'R0A,,nhs_trust,Scotland,2017-13-01,,\n'));

    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [4, 'name'],
      [4, 'country'],
      [4, 'opened_on'],
    ]);
  });

  it('can still be named by others: codes are checked against the file', () => {
    const { problems, missing } = planWith('trusts.csv', (text) =>
      text.replace(R0A, R0A.replace('2017-10-01', '2017-02-30')),
    );

    expect(problems).toHaveLength(1);
    expect(missing).toBe(1);
  });

  it('takes the other successors of the same trust with it, for they are one event', () => {
    const { problems, missing } = planWith('trust_successions.csv', (text) =>
      text.replace('RW6,R0A,2021-10-01', 'RW6,R0A,2021-10-32'),
    );

    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [56, 'effective_on', '"2021-10-32" is not a day that exists, YYYY-MM-DD.'],
      [57, undefined, 'Line 56 of the same trust was refused, and all its successors are one event.'],
    ]);
    expect(missing).toBe(1);
  });

  it('is refused with its group where successors of one trust are given different days', () => {
    const { problems } = planWith('trust_successions.csv', (text) =>
      text.replace('RW6,R0A,2021-10-01', 'RW6,R0A,2021-10-02'),
    );

    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [56, 'effective_on'],
      [57, 'effective_on'],
    ]);
  });

  it('is refused alone where it repeats a successor', () => {
    const { problems, missing } = planWith('trust_successions.csv', (text) => text.replace('RW6,R0A,', 'RW6,RM3,'));

    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([[57, 'The row repeats RW6 to RM3.']]);
    expect(missing).toBe(0);
  });
});

describe('a file of the record that is wrong', () => {
  it('is refused as a whole, and the other files go in', () => {
    const { plan, problems, missing } = planWith('dma_assessments.csv', (text) =>
      text.replace('care_setting', 'setting'),
    );

    expect(problems).toEqual([
      { file: 'dma_assessments.csv', line: 1, column: 'setting', reason: like(/no such column/) },
    ]);
    expect(plan.files.find(({ unread }) => unread)?.unread?.rows).toBe(570);
    expect(missing).toBe(570);
  });

  it('tells where the lifetimes do not give the count', () => {
    const { plan } = planWith('trusts.csv', (text) => text.replace(R0A, ''));

    const notes = plan.files.flatMap(({ notes }) => notes ?? []).filter(({ column }) => column === 'total');
    expect(notes).toHaveLength(16);
    expect(notes[0]?.reason).toBe('On 2021-11-01 the lifetimes in trusts.csv give 212 trusts, not 213.');
  });
});

import type { FactVersion } from '../facts/factVersion';
import { targetSteps } from '../targets/targetSteps';
import type { Told } from '../testing/story';
import { day, given, inMonth, on } from '../testing/story';
import { caseFindings } from './caseFile';
import type { CaseMaterial, CaseStatement, Finding } from './caseMaterial';

const share = (percent: number) => ({ thresholdPercentLow: percent, thresholdPercentHigh: percent });
const by = (deadlineOn: string) => ({ deadlineOn, deadlinePrecision: 'month' });
const SET = on('2022-06-01', 'TargetSet.v1', {
  metric: 'epr_coverage',
  wording: 'Nine in ten',
  ...share(90),
  ...by('2025-03'),
});
const MOVED = on('2023-07-10', 'DeadlineExtended.v1', { ...by('2026-03'), decidedPrecision: 'unknown' });

/** A statement with a number of its own after those of targets. */
function said(sequence: number, told: Told, more: Partial<CaseStatement> = {}): CaseStatement {
  const [fact] = given(told).facts;
  const version = { ...(fact as FactVersion), sequence, fact: `statement ${sequence}` };
  return {
    id: `s${sequence}`,
    fact: version,
    about: version.window,
    counted: [],
    denominator: 'not-compared',
    countedUntil: undefined,
    ...more,
  };
}

const claim = (sequence: number, date: string, data: Record<string, unknown>, more?: Partial<CaseStatement>) =>
  said(
    sequence,
    on(date, 'StatementPublished.v1', { kind: 'claim', metric: 'epr_coverage', wording: 'So many', ...data }),
    more,
  );

function found(statements: readonly CaseStatement[], more: Partial<CaseMaterial> = {}, ...target: readonly Told[]) {
  const steps = targetSteps(given(...(target.length > 0 ? target : [SET, MOVED])).facts);
  const extension = steps.findLast((step) => step.extension);
  if (extension === undefined) throw new Error('Nothing was extended.');
  const material = {
    target: { id: 'coverage', steps },
    extension,
    programme: undefined,
    others: [],
    statements,
    programmeFacts: [],
  };
  return caseFindings({ ...material, day: day('2026-11-24'), ...more });
}
const sentences = (findings: readonly Finding[], rule: string): readonly string[] =>
  findings.filter((one) => one.rule === `${rule}@1`).map(({ sentence }) => sentence);

describe('whether a move came before its target was reported reached', () => {
  it.each([
    ['2023-11-15', 'The move came before 90% was reported.'],
    ['2023-07-09', 'The move came after 90% was reported.'],
    ['2023-07-10', 'Whether the move came before 90% was reported or after it is not known.'],
  ])('first claimed on %s: %s', (date, start) => {
    const { established } = found([claim(10, date, { percentLow: 90, percentHigh: 90 })]);
    expect(sentences(established, 'moved-before-reached')[0]).toMatch(new RegExp(`^${start}`));
  });

  it('is not known where either was only in a month', () => {
    const month = said(
      10,
      inMonth('2023-07', 'StatementPublished.v1', { kind: 'claim', metric: 'epr_coverage', percentLow: 95 }),
    );
    expect(sentences(found([month]).established, 'moved-before-reached')[0]).toMatch(/is not known/);
  });

  it.each([
    ['a claim that does not reach it', { percentLow: 89 }],
    ['a claim of something else', { metric: 'core_level', percentLow: 95 }],
    ['a forecast', { kind: 'forecast', percentLow: 95 }],
  ])('is not told by %s', (_, data) => {
    expect(sentences(found([claim(10, '2023-11-15', data)]).established, 'moved-before-reached')).toEqual([]);
  });
});

describe('a share and the trusts behind it', () => {
  const first = claim(10, '2023-11-15', { numerator: 189, denominator: 210 });
  it('that went different ways are told', () => {
    const { established } = found([first, claim(11, '2025-05-01', { numerator: 187, denominator: 206 })]);
    expect(sentences(established, 'share-against-count')).toEqual([
      expect.stringMatching(/^Coverage rose from 90% to 90.8% while trusts with an EPR fell from 189 to 187/),
    ]);
  });
  it.each([
    ['that rose both', { numerator: 195, denominator: 206 }],
    ['of which one stayed', { numerator: 189, denominator: 206 }],
  ])('%s are not', (_, data) => {
    expect(sentences(found([first, claim(11, '2025-05-01', data)]).established, 'share-against-count')).toEqual([]);
  });
});

describe('a number beside a share', () => {
  const counted = [{ from: day('2025-01-01'), to: day('2025-12-31'), count: 200 }];
  const missing = (size: string) =>
    claim(10, '2025-05-01', { percentLow: 80, parts: [{ label: 'missing', size }] }, { counted });
  it('that is what is missing to the target is read as that', () => {
    expect(sentences(found([missing('about 20')]).established, 'gap-to-target')[0]).toMatch(
      /90% less 80% is 10%, and 10% of the 200 trusts counted is 20.0\. The other 20% would be about 40 trusts\.$/,
    );
  });
  it('that is nearer to the number of those that are not there is left alone', () => {
    expect(sentences(found([missing('about 40')]).established, 'gap-to-target')).toEqual([]);
  });
});

describe('contradictions', () => {
  const cut = (sequence: number, data: Record<string, unknown>, refersTo = '2022-04-01') =>
    claim(sequence, '2023-08-01', {
      kind: 'decision',
      metric: 'budget_gbp_m',
      refersTo,
      source: { publisher: `P${sequence}` },
      ...data,
    });
  const structured = cut(10, { fromGbpMillions: 2600, toGbpMillions: 1900 });
  it('of amounts are found for the same period only, and not where both say the same', () => {
    const worded = { wording: 'Cut by more than GBP 600m' };
    expect(sentences(found([structured, cut(11, worded)]).contradictions, 'amounts-differ')).toHaveLength(1);
    expect(sentences(found([structured, cut(11, worded, '2023-04-01')]).contradictions, 'amounts-differ')).toEqual([]);
    const again = cut(11, { fromGbpMillions: 2600, toGbpMillions: 1900 });
    expect(sentences(found([structured, again]).contradictions, 'amounts-differ')).toEqual([]);
  });

  it('of "all trusts" are found against a share below 100% for the same date', () => {
    const all = { kind: 'target', wording: 'We want all trusts to have an EPR.', targetDate: '2026-03' };
    expect(sentences(found([claim(10, '2025-01-01', all)]).contradictions, 'all-against-share')).toHaveLength(1);
    const otherDate = { ...all, targetDate: '2027-03' };
    expect(sentences(found([claim(10, '2025-01-01', otherDate)]).contradictions, 'all-against-share')).toEqual([]);
    const whole = [{ ...SET, data: { ...SET.data, ...share(100) } }, MOVED];
    expect(sentences(found([claim(10, '2025-01-01', all)], {}, ...whole).contradictions, 'all-against-share')).toEqual(
      [],
    );
  });
});

it('lists a split only where its parts add up to a number that was given', () => {
  const parts = [
    { label: 'one', count: 4 },
    { label: 'two', count: 12 },
    { label: 'three', count: 5 },
  ];
  expect(found([claim(10, '2023-11-20', { numerator: 21, parts })]).splits).toHaveLength(1);
  expect(found([claim(10, '2023-11-20', { numerator: 22, parts })]).splits).toEqual([]);
});

describe('what is not known', () => {
  const ids = (...told: readonly Told[]): readonly string[] => found([], {}, ...told).gaps.map(({ id }) => id);
  it('is everything about a decision that its change does not say', () => {
    expect(ids()).toEqual([
      'who-decided',
      'when-decided',
      'why-decided',
      'informed-by',
      'conditions',
      'result-coverage',
    ]);
  });

  it('is less with each thing that is said, and whether each condition was kept', () => {
    const complete = on('2023-07-10', 'DeadlineExtended.v1', {
      ...by('2026-03'),
      ...{ authority: 'The board', decidedOn: '2023-07-01', decidedPrecision: 'day', reasons: ['Late'] },
      ...{ conditions: ['A report each quarter', 'No more money'], informedBy: { asOf: '2023-06-30' } },
    });
    expect(ids(SET, complete)).toEqual(['condition-1-kept', 'condition-2-kept', 'result-coverage']);
  });

  it('asks for no result before the date has passed, nor where a primary source gave it', () => {
    expect(found([], { day: day('2026-03-30') }).gaps.map(({ id }) => id)).not.toContain('result-coverage');
    const official = claim(10, '2026-06-01', {
      percentLow: 97,
      refersTo: '2026-03-31',
      source: { kind: 'primary', publisher: 'A' },
    });
    expect(found([official]).gaps.map(({ id }) => id)).not.toContain('result-coverage');
    const press = claim(10, '2026-06-01', {
      percentLow: 97,
      refersTo: '2026-03-31',
      source: { kind: 'press', publisher: 'A' },
    });
    expect(found([press]).gaps.map(({ id }) => id)).toContain('result-coverage');
  });
});

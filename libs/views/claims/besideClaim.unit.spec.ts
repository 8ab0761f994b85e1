import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import type { FactView, FigureAnswer, FigureMetric, Questions, TrustRow } from '../questions';
import { besideClaim } from './besideClaim';

const day = (text: string): number => parseDay(text) as number;
const at = (text: string) => ({ earliest: day(text), latest: day(text) });
const ENGLAND = 'NHS trusts in England';

/** Three trusts that were there by 1 November 2021; one of them closes into another at the end of 2024. */
const TRUSTS = [
  { ods: 'ZZ1', name: 'One', acute: true },
  { ods: 'ZZ2', name: 'Two', acute: false },
  { ods: 'ZZ3', name: 'Three', acute: true, closed: at('2024-12-31') },
];
const FIRST = day('2021-11-01');

/** At how many trusts it is not known whether an EPR was live. */
function questionsWith(silent: number): Questions {
  const counted = ({ asOf }: Moment) =>
    TRUSTS.filter(({ closed }) => asOf >= FIRST && asOf <= (closed?.latest ?? Infinity));
  const figure = (moment: Moment, metric: FigureMetric): FigureAnswer => {
    const trusts = counted(moment);
    const inScope = metric === 'in-scope';
    const numerator = inScope ? trusts.length : trusts.length - silent - (silent === 0 ? 1 : 0);
    const notKnown = inScope ? TRUSTS.length * Number(moment.asOf < FIRST) : silent;
    const numbers = { numerator, denominator: trusts.length, notKnown, disputed: 0 };
    const acute = trusts.filter((trust) => trust.acute).length;
    return {
      ...numbers,
      metric,
      definition: `${metric}@1`,
      percentLow: 50,
      percentHigh: 50,
      groups: [{ ...numbers, group: 'acute', numerator: acute, percentLow: 100, percentHigh: 100 }],
    };
  };
  const rows = TRUSTS.map(
    ({ ods, name, closed }) => ({ ods, name, country: 'England', closed }) as unknown as TrustRow,
  );
  return {
    figure,
    trusts: () => ({ items: rows, total: rows.length }),
    trust: () => ({ successors: [{ ods: 'ZZ1', name: 'One' }] }),
  } as unknown as Questions;
}

const MOMENT: Moment = { asOf: day('2026-11-24'), size: 10, publicBy: undefined };

function beside(data: object, { silent = 1, moment = MOMENT } = {}) {
  const fact = { window: at('2025-02-11'), data: { kind: 'claim', ...data } } as unknown as FactView;
  return besideClaim(questionsWith(silent), moment, fact);
}

describe('what the record shows beside a claim', () => {
  it('finds the number used where as many were counted', () => {
    const { counted, denominator } = beside({ population: ENGLAND, denominator: 3, refersTo: '2024-11' });
    expect(counted).toEqual([{ from: day('2024-11-01'), to: day('2024-11-30'), count: 3 }]);
    expect(denominator).toEqual({ kind: 'same' });
  });

  it('says that the number was counted on some of the days only', () => {
    const { counted, denominator } = beside({
      population: ENGLAND,
      denominator: 3,
      refersTo: '2024-12-01',
      refersToEnd: '2025-01',
    });
    expect(counted.map(({ count }) => count)).toEqual([3, 2]);
    expect(denominator).toEqual({ kind: 'same-on-some-days' });
  });

  it('names what changed the count since the number used was right', () => {
    const { denominator } = beside({ population: ENGLAND, denominator: 3, refersTo: '2025' });
    expect(denominator).toEqual({
      kind: 'differs',
      earlier: {
        span: { from: FIRST, to: day('2024-12-31'), count: 3 },
        since: [
          {
            day: day('2025-01-01'),
            count: 2,
            notKnown: 0,
            opened: [],
            closed: [{ ods: 'ZZ3', name: 'Three', successors: ['One'] }],
          },
        ],
      },
    });
  });

  it('explains a number by nothing that came later, and not at all where it was never counted', () => {
    expect(beside({ population: ENGLAND, denominator: 2, refersTo: '2024' }).denominator).toEqual({
      kind: 'differs',
      earlier: undefined,
    });
    expect(beside({ population: ENGLAND, denominator: 9, refersTo: '2025' }).denominator).toEqual({
      kind: 'differs',
      earlier: undefined,
    });
  });

  it('counts trusts of a type for a claim about that type, and for no other population', () => {
    expect(beside({ population: 'acute NHS trusts in England', denominator: 1, refersTo: '2025-03' })).toMatchObject({
      counted: [{ count: 1 }],
      denominator: { kind: 'same' },
    });
    expect(beside({ population: 'trusts with an EPR', denominator: 1, refersTo: '2025-03' })).toMatchObject({
      counted: [],
      denominator: { kind: 'cannot-compare', reason: 'population' },
    });
  });

  it('compares nothing on days for which it does not have every lifetime, or that are to come', () => {
    expect(beside({ population: ENGLAND, denominator: 3, refersTo: '2020' }).denominator).toEqual({
      kind: 'cannot-compare',
      reason: 'lifetimes',
    });
    const moment = { ...MOMENT, asOf: day('2024-01-01') };
    expect(beside({ population: ENGLAND, denominator: 3, refersTo: '2025' }, { moment }).denominator).toEqual({
      kind: 'cannot-compare',
      reason: 'to-come',
    });
  });

  it('checks a number only where every trust is known, and never takes silence for a no', () => {
    const claim = { population: ENGLAND, metric: 'epr_absent', numerator: 1, refersTo: '2025' };
    expect(beside(claim).numerator).toEqual({ kind: 'not-known', metric: 'epr-live', notKnown: 1, denominator: 2 });
    expect(beside(claim, { silent: 0 }).numerator).toMatchObject({
      kind: 'shown',
      figure: { numerator: 1, denominator: 2, notKnown: 0 },
    });
    expect(beside({ ...claim, metric: 'core_level' }).numerator).toEqual({ kind: 'no-measure' });
    expect(beside({ ...claim, kind: 'forecast' }).numerator).toEqual({ kind: 'no-claim' });
    expect(beside({ metric: 'epr_absent', refersTo: '2025' }).numerator).toEqual({ kind: 'none-given' });
  });
});

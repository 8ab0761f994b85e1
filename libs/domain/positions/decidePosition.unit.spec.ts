import type { Decision } from '../deciding/decision';
import { decideCorrection } from '../marks/decideCorrection';
import type { Told } from '../testing/story';
import { accepted, eventId, given, on, refused, today } from '../testing/story';
import { decidePosition } from './decidePosition';

const FIGURES = [{ metric: 'epr-live', definition: 'epr-live@1', numerator: 1, denominator: 3, notKnown: 1 }];
const MOMENT = { asOf: '2025-12-31', recordedBy: 'size:40', publicBy: '2026-01-10' };
const agreed = (date: string, data: Record<string, unknown> = {}): Told =>
  on(date, 'PositionAgreed.v1', {
    ...{ title: 'Year end', authority: 'The board', figures: FIGURES },
    ...MOMENT,
    ...data,
  });
const when = ({ data }: Told, ...before: Told[]): Decision =>
  decidePosition({ type: 'PositionAgreed.v1', data, reportedOn: undefined }, given(...before), today);

it('accepts a position about days that were over when it was agreed', () => {
  expect(accepted(when(agreed('2026-01-10')))).toEqual([expect.objectContaining({ type: 'PositionAgreed.v1' })]);
});

it.each([
  ['2026-01-10', { asOf: '2026-01-11', publicBy: undefined }, 'position-moment-ahead', '/asOf'],
  ['2026-01-09', {}, 'position-moment-ahead', '/publicBy'],
  ['2026-11-24', { asOf: '2026-11-25', publicBy: undefined }, 'position-moment-ahead', '/asOf'],
  ['2026-11-25', {}, 'happened-after-today', '/occurredOn'],
])('agreed on %s with %j is refused by %s', (date, data, rule, pointer) => {
  expect(refused(when(agreed(date, data)))).toMatchObject({ rule, pointer });
});

it('lets one position have an id', () => {
  const other = agreed('2026-01-20', { title: 'Another' });
  expect(refused(when(other, agreed('2026-01-10')))).toMatchObject({
    rule: 'position-already-agreed',
    fact: eventId(0),
  });
});

describe('correcting', () => {
  const correct = (data: Record<string, unknown>): Decision =>
    decideCorrection(
      {
        fact: eventId(0),
        replaces: eventId(0),
        reason: 'Read again',
        data: { ...agreed('2026-01-10').data, ...data },
        reportedOn: undefined,
      },
      given(agreed('2026-01-10')),
      today,
    );

  it('puts its words right', () => {
    expect(accepted(correct({ title: 'End of the year' }))).toHaveLength(1);
  });

  it.each([
    ['asOf', '2025-11-30'],
    ['recordedBy', 'size:41'],
    ['publicBy', undefined],
    ['figures', [{ ...FIGURES[0], numerator: 2 }]],
  ])('never its %s', (member, value) => {
    expect(refused(correct({ [member]: value }))).toMatchObject({
      rule: 'position-figures-stand',
      pointer: `/${member}`,
    });
  });
});

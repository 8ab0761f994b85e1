import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { Story } from '../testing/story';
import { viewsOver } from '../testing/viewsOver';

const day = (text: string): number => parseDay(text) as number;

/** Four invented trusts: one returns each quarter, one late, one said only the year, one is silent. */
function told() {
  const story = new Story();
  for (const ods of ['ZZ1', 'ZZ2', 'ZZ3', 'ZZ4']) {
    const open = { kind: 'nhs_trust', country: 'England', occurredOn: '2015-04-01' };
    story.fact(`trust-${ods}`, 'TrustRegistered', { name: `Trust ${ods}`, ...open });
  }
  const before = story.events.length;
  const returned = (ods: string, on: string, more: object = {}) =>
    story.fact(`trust-${ods}`, 'EprStateReported', { state: 'procuring', occurredOn: on, ...more });
  returned('ZZ1', '2024-03-31');
  returned('ZZ1', '2024-06-30');
  returned('ZZ3', '2024', { precision: 'year', publicOn: '2024-07-20' });
  const small = story.events.length;
  returned('ZZ2', '2024-06-30', { publicOn: '2024-08-01' });
  return { events: story.events, before, small };
}

describe('returns that are not in the record', () => {
  const { events, before, small } = told();
  const views = viewsOver(events);
  const late: Moment = { asOf: day('2024-08-15'), size: events.length, publicBy: undefined };
  const since = day('2024-06-30');
  const overdue = (moment: Moment) =>
    views.reader.returnsOverdue(moment, since, 0, 10).overdue.map(({ ods, level }) => `${ods} ${level}`);

  it('are those of trusts of which none is recorded since the day, and where the day of one is not known', () => {
    expect(overdue(late)).toEqual(['ZZ3 not-known', 'ZZ4 none']);
    expect(views.reader.returnsOverdue(late, since, 0, 1)).toMatchObject({
      ...{ counted: 4, given: 2, none: 1, notKnown: 1, received: true },
      overdue: [{ ods: 'ZZ3', last: { data: { state: 'procuring' } } }],
    });
    expect(views.reader.returnsOverdue(late, day('2024-01-01'), 0, 10).given).toBe(3);
  });

  it('are others on two days, at two sizes and by two public days', () => {
    expect(overdue({ ...late, asOf: day('2024-06-29') })).toEqual([
      'ZZ1 none',
      'ZZ2 none',
      'ZZ3 not-known',
      'ZZ4 none',
    ]);
    expect(overdue({ ...late, size: small })).toEqual(['ZZ2 none', 'ZZ3 not-known', 'ZZ4 none']);
    expect(overdue({ ...late, publicBy: day('2024-07-31') })).toEqual(['ZZ2 none', 'ZZ3 not-known', 'ZZ4 none']);
    expect(overdue({ ...late, publicBy: day('2024-08-01') })).toEqual(['ZZ3 not-known', 'ZZ4 none']);
  });

  it('say nothing where the record holds no return at all', () => {
    const { received, none } = views.reader.returnsOverdue({ ...late, size: before }, since, 0, 10);
    expect({ received, none }).toEqual({ received: false, none: 4 });
  });
});

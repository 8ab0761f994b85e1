import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { Story } from '../testing/story';
import { changedSince, positionAt, positionsAt } from './positionView';
import { viewsOver } from '../testing/viewsOver';

const day = (text: string): number => parseDay(text) as number;

/** Every trust in it is invented. */
function agreedTwice() {
  const story = new Story();
  for (const ods of ['ZZ1', 'ZZ2', 'ZZ3']) {
    const open = { kind: 'nhs_trust', country: 'England', occurredOn: '2015-04-01' };
    story.fact(`trust-${ods}`, 'TrustRegistered', { name: ods, ...open });
  }
  story.fact('trust-ZZ1', 'EprWentLive', { deployment: 'one', occurredOn: '2022-09-01' });
  const figure = { metric: 'epr-live', definition: 'epr-live@1, acquirer-only', denominator: 3, notKnown: 2 };
  const position = {
    ...{ title: 'End of 2022', authority: 'The board', asOf: '2022-12-31', recordedBy: 'size:4' },
    figures: [{ ...figure, numerator: 1 }],
  };
  story.fact('position-year-end', 'PositionAgreed', { ...position, occurredOn: '2023-01-20', publicOn: '2023-02-01' });
  const small = story.events.length;
  story.fact('position-ahead', 'PositionAgreed', {
    ...{ ...position, title: 'Of more than was held', recordedBy: 'size:400', occurredOn: '2023-01-21' },
  });
  story.fact('trust-ZZ2', 'EprWentLive', { deployment: 'two', occurredOn: '2022-11-02', publicOn: '2023-06-10' });
  story.fact('trust-ZZ3', 'EprWentLive', { deployment: 'three', occurredOn: '2023-06-02' });
  return { events: story.events, small };
}

describe('positions agreed, at a moment', () => {
  const { events, small } = agreedTwice();
  const views = viewsOver(events);
  const late: Moment = { asOf: day('2024-01-01'), size: events.length, publicBy: undefined };
  const changed = (moment: Moment) => {
    const position = positionAt(views.reader, moment, 'year-end');
    return position && changedSince(views.reader, position, moment);
  };

  it.each([
    ['all positions', (moment: Moment) => positionsAt(views.reader, moment)],
    ['one position', (moment: Moment) => positionAt(views.reader, moment, 'year-end')],
  ])('%s: two days, two sizes and two public days give different answers', (_, ask) => {
    const text = (moment: Moment) => JSON.stringify(ask(moment));
    expect(text({ ...late, asOf: day('2023-01-19') })).not.toBe(text(late));
    expect(text({ ...late, size: small - 1 })).not.toBe(text(late));
    expect(text({ ...late, publicBy: day('2023-01-31') })).not.toBe(text({ ...late, publicBy: day('2023-02-01') }));
  });

  it('what has changed since: two days and two sizes give different answers', () => {
    const parts = (moment: Moment) =>
      changed(moment)?.[0]?.movement?.parts.flatMap(({ part, numerator }) => (numerator ? [[part, numerator]] : []));
    expect(parts({ ...late, size: small })).toEqual([]);
    expect(parts({ ...late, asOf: day('2023-06-01') })).toEqual([['learned-later', 1]]);
    expect(parts(late)).toEqual([
      ['learned-later', 1],
      ['progress', 1],
    ]);
    expect(changed({ ...late, publicBy: day('2024-01-01') })).toEqual([{ metric: 'epr-live', movement: undefined }]);
  });

  it('shows the same figures whatever was recorded since', () => {
    expect(positionAt(views.reader, late, 'year-end')).toMatchObject({
      figures: [{ same: true, again: { numerator: 1, denominator: 3, notKnown: 2 } }],
    });
  });

  it('counts nothing again for a position about entries that came after it', () => {
    const ahead = positionAt(views.reader, late, 'ahead');
    expect(ahead?.figures).toMatchObject([{ again: undefined, same: false }]);
    expect(ahead && changedSince(views.reader, ahead, late)).toEqual([{ metric: 'epr-live', movement: undefined }]);
  });
});

import { formatDay, parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import type { GoLivesFilter } from '../questions';
import { Story } from '../testing/story';
import { viewsOver } from '../testing/viewsOver';

const day = (text: string): number => parseDay(text) as number;
const ENGLISH = { kind: 'nhs_trust', country: 'England', occurredOn: '2015-04-01' };
const month = (plannedFor: string) => ({ plannedFor, plannedPrecision: 'month' });

/** One trust that moved its plan twice and then gave no date, one that was suspended, one silent, one with a source behind it. */
function told() {
  const story = new Story();
  for (const ods of ['ZZA', 'ZZB', 'ZZC', 'ZZD'])
    story.fact(`trust-${ods}`, 'TrustRegistered', { ...ENGLISH, name: `Trust ${ods}` });
  const a = { deployment: 'zza-new' };
  story.fact('trust-ZZA', 'EprGoLivePlanned', { ...a, ...month('2024-03'), occurredOn: '2023-06-01' });
  story.fact('trust-ZZA', 'EprGoLivePostponed', { ...a, ...month('2024-09'), occurredOn: '2024-02-10' });
  story.fact('trust-ZZB', 'EprWentLive', { deployment: 'zzb', occurredOn: '2024-01-10' });
  story.fact('trust-ZZB', 'EprUseSuspended', { deployment: 'zzb', occurredOn: '2024-01-12', publicOn: '2024-04-01' });
  story.fact('trust-ZZD', 'EprGoLivePlanned', { deployment: 'zzd', ...month('2024-05'), occurredOn: '2023-01-01' });
  const before = story.events.length;
  story.fact('trust-ZZA', 'EprGoLivePostponed', { ...a, occurredOn: '2024-10-20', publicOn: '2024-11-01' });
  story.fact('source-d', 'SourceCompleteTo', {
    kinds: ['epr'],
    trusts: ['ZZD'],
    completeTo: '2024-06-30',
    occurredOn: '2024-07-01',
  });
  return { events: story.events, before };
}

describe('go-lives that are not reached', () => {
  const { events, before } = told();
  const views = viewsOver(events);

  const at = (asOf: string, rest: Partial<Moment> = {}): Moment => ({
    asOf: day(asOf),
    size: views.ledger.entries.length,
    publicBy: undefined,
    ...rest,
  });
  /** In short: who, where it stands against the latest and the first plan, and by how many days. */
  function listed(moment: Moment, filter: GoLivesFilter = 'open'): string[] {
    return views.reader
      .goLives(moment, filter, 0, 10)
      .items.flatMap(({ ods, goLives }) =>
        goLives.map(({ latest, first, noDate, moves, movedByDays }) =>
          [
            ods,
            `${latest.level} ${latest.daysLate ?? ''}`.trim(),
            `${first.level} ${first.daysLate ?? ''}`.trim(),
            ...(moves ? [`moved ${moves}, ${movedByDays ?? '?'} days`] : []),
            ...(noDate ? ['no date'] : []),
          ].join('; '),
        ),
      );
  }

  it('stand against the first and the latest plan, with how often and how far it was moved', () => {
    expect(listed(at('2024-02-01'))).toEqual(['ZZA; planned; planned', 'ZZB; ended; ended', 'ZZD; planned; planned']);
    expect(listed(at('2024-04-05'))[0]).toBe('ZZA; planned; late 5; moved 1, 183 days');
    expect(listed(at('2024-11-09'))[0]).toBe('ZZA; late 40; late 223; moved 2, 183 days; no date');
  });

  it('are another list on another day, at another size, by another public day', () => {
    expect(listed(at('2024-02-01'))).not.toEqual(listed(at('2023-02-01')));
    expect(listed(at('2024-11-09'), 'late-against-plan')).toEqual([
      'ZZA; late 40; late 223; moved 2, 183 days; no date',
      'ZZD; late 162; late 162',
    ]);
    expect(listed(at('2024-11-09', { size: before }))[0]).toBe('ZZA; late 40; late 223; moved 1, 183 days');
    expect(listed(at('2024-03-01', { publicBy: day('2024-03-31') }))).toEqual([
      'ZZA; planned; planned; moved 1, 183 days',
      'ZZD; planned; planned',
    ]);
    expect(listed(at('2024-03-01', { publicBy: day('2024-04-01') }))).toHaveLength(3);
    expect(listed(at('2024-04-05', { publicBy: day('2024-01-31') }), 'late-against-first-plan')).toEqual([
      'ZZA; late 5; late 5',
    ]);
  });

  it('are late as long as something is reported, or a source says that it is complete', () => {
    const figure = (asOf: string, rest: Partial<Moment> = {}) => {
      const { numerator, denominator, notKnown } = views.reader.figure(at(asOf, rest), 'late-against-plan', undefined);
      return [numerator, denominator, notKnown];
    };
    // ZZC is silent throughout; ZZB was reached; ZZA is reported to its last postponement, ZZD to where its source is complete.
    expect(figure('2024-06-30')).toEqual([1, 4, 1]);
    expect(figure('2024-07-01')).toEqual([0, 4, 2]);
    expect(figure('2024-10-20')).toEqual([1, 4, 2]);
    expect(figure('2024-10-21')).toEqual([0, 4, 3]);
    expect(figure('2024-06-30', { size: before })).toEqual([0, 4, 3]);
    const reported = views.reader
      .goLives(at('2024-11-09'), 'open', 0, 10)
      .items.map(({ ods, reportedTo }) => [ods, reportedTo === undefined ? undefined : formatDay(reportedTo)]);
    expect(reported).toEqual([
      ['ZZA', '2024-10-20'],
      ['ZZB', '2024-01-12'],
      ['ZZD', '2024-06-30'],
    ]);
  });

  it('have a series whose points are the figures of their days', () => {
    const points = views.reader.series(
      at('2024-12-31'),
      'late-against-first-plan',
      day('2024-01-01'),
      day('2024-12-31'),
      'month',
    );
    for (const { day: end, ...point } of points) {
      expect(point).toEqual(
        expect.objectContaining({
          numerator: views.reader.figure(at(formatDay(end)), 'late-against-first-plan', undefined).numerator,
        }),
      );
    }
    expect(points.map(({ numerator }) => numerator)).toContain(2);
  });
});

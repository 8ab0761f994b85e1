import { parseDay } from '@milepost/domain';
import type { Moment } from '../moment';
import { ArrayLedger } from '../testing/arrayLedger';
import { Story } from '../testing/story';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { ViewsReader } from './viewsReader';

const day = (text: string): number => parseDay(text) as number;

describe('figures over a small register', () => {
  const story = new Story();
  const nhs = { kind: 'nhs_trust', country: 'England' };
  story.fact('trust-RAA', 'TrustRegistered', { ...nhs, name: 'Alpha', occurredOn: '2015-04-01' });
  story.fact('trust-RBB', 'TrustRegistered', {
    ...nhs,
    name: 'Beta',
    precision: 'on_or_before',
    occurredBy: '2021-11-01',
    publicOn: '2021-11-01',
  });
  story.fact('trust-RCC', 'TrustRegistered', { ...nhs, country: 'Wales', name: 'Gamma', occurredOn: '2015-04-01' });
  story.fact('trust-RAA', 'TrustObserved', { list: 'l', icb: 'QAA', region: 'Y60', occurredOn: '2022-07-01' });
  const live = story.fact('trust-RAA', 'EprWentLive', {
    deployment: 'raa-epr',
    occurredOn: '2022-05',
    precision: 'month',
    publicOn: '2022-08-01',
  });
  story.fact('trust-RBB', 'TrustClosed', { occurredOn: '2023-03-31' });
  story.dispute(live, '2023-01-01');
  const ledger = new ArrayLedger(story.events);
  const folder = temporaryFolder();
  let reader: ViewsReader;

  beforeAll(async () => {
    const writer = new ViewsWriter(folder.path, ledger);
    await writer.applyUpTo();
    writer.close();
    reader = new ViewsReader(folder.path, ledger);
  });
  afterAll(() => {
    reader.close();
    folder.remove();
  });
  const at = (asOf: string, more: Partial<Moment> = {}): Moment => ({
    asOf: day(asOf),
    size: ledger.entries.length,
    publicBy: undefined,
    ...more,
  });

  it('counts the trusts in scope, and those of which it is not known', () => {
    expect(reader.figure(at('2021-01-01'), 'in-scope', undefined)).toMatchObject({ numerator: 1, notKnown: 1 });
    expect(reader.figure(at('2023-03-31'), 'in-scope', undefined)).toMatchObject({ numerator: 2, notKnown: 0 });
    expect(reader.figure(at('2023-04-01'), 'in-scope', undefined)).toMatchObject({ numerator: 1, notKnown: 0 });
    expect(reader.figure(at('2023-04-01', { size: 5 }), 'in-scope', undefined)).toMatchObject({ numerator: 2 });
    expect(reader.figure(at('2023-04-01', { publicBy: day('2021-10-31') }), 'in-scope', undefined)).toMatchObject({
      numerator: 1,
    });
  });

  it('answers coverage with what is not known, disputes and groups', () => {
    const answer = reader.figure(at('2022-12-31'), 'epr-live', 'region');
    expect(answer).toMatchObject({
      numerator: 1,
      denominator: 2,
      notKnown: 1,
      disputed: 1,
      percentLow: 50,
      percentHigh: 100,
    });
    expect(answer.groups).toMatchObject([
      { group: 'Y60', numerator: 1, denominator: 1 },
      { group: undefined, numerator: 0, denominator: 1, notKnown: 1 },
    ]);
    expect(reader.figure(at('2022-05-15'), 'epr-live', undefined)).toMatchObject({ numerator: 0, notKnown: 2 });
  });

  it('shows members, trusts, series, history', () => {
    expect(reader.members(at('2022-12-31'), 'epr-live', 0, 10).items).toMatchObject([
      { ods: 'RAA', name: 'Alpha', verdict: 'yes', why: 4 },
      { ods: 'RBB', name: 'Beta', verdict: 'not-known', why: -1 },
    ]);
    expect(reader.trusts(at('2022-12-31'), {}, 0, 10)).toMatchObject({ total: 3, items: [{ ods: 'RAA' }, {}, {}] });
    expect(reader.trust(at('2022-12-31'), 'RAA')).toMatchObject({ deployments: [{ use: { level: 'live' } }] });
    expect(reader.series(at('2023-12-31'), 'in-scope', day('2023-03-01'), day('2023-04-30'), 'month')).toMatchObject([
      { numerator: 2 },
      { numerator: 1 },
    ]);
    expect(reader.history(at('2022-12-31'), 'RAA')).toHaveLength(4);
  });
});

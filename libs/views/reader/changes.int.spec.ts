import { parseDay } from '@milepost/domain';
import { ArrayLedger } from '../testing/arrayLedger';
import { Story } from '../testing/story';
import { temporaryFolder } from '../testing/temporaryFolder';
import { ViewsWriter } from '../writer/viewsWriter';
import { ViewsReader } from './viewsReader';

const day = (text: string): number => parseDay(text) as number;
const ENGLISH = { kind: 'nhs_trust', country: 'England', name: 'Alpha', occurredOn: '2015-04-01' };

/** Tells a story of RAA, and gives what `epr-live` says of it on a day, at a size, public by a day. */
async function told(tell: (story: Story) => void) {
  const story = new Story();
  story.fact('trust-RAA', 'TrustRegistered', ENGLISH);
  tell(story);
  const ledger = new ArrayLedger(story.events);
  const folder = temporaryFolder();
  const writer = new ViewsWriter(folder.path, ledger);
  await writer.applyUpTo();
  writer.close();
  const reader = new ViewsReader(folder.path, ledger);
  const verdict = (asOf: string, size = ledger.entries.length, publicBy?: string): string => {
    const moment = { asOf: day(asOf), size, publicBy: publicBy === undefined ? undefined : day(publicBy) };
    const { verdict, why } = reader.members(moment, 'epr-live', 0, 1).items[0] ?? { verdict: 'not counted', why: -1 };
    return `${verdict} by ${why}`;
  };
  const done = (): void => {
    reader.close();
    folder.remove();
  };
  return { verdict, done };
}

describe('what the record says changes from the entry at which it changes, and not before', () => {
  it('late arrival: a fact about an earlier day, recorded after facts about later days', async () => {
    const { verdict, done } = await told((story) => {
      story.fact('trust-RAA', 'EprUseSuspended', { deployment: 'epr', occurredOn: '2023-06-01' });
      story.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', occurredOn: '2022-01-10' });
    });
    expect(verdict('2022-06-01', 2)).toBe('not-known by -1');
    expect(verdict('2022-06-01', 3)).toBe('yes by 2');
    expect(verdict('2022-01-09', 3)).toBe('not-known by -1');
    expect(verdict('2023-06-01', 3)).toBe('not-known by 1');
    done();
  });

  it('correction: another day, from the size of the correction on', async () => {
    const { verdict, done } = await told((story) => {
      const live = story.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', occurredOn: '2022-01-10' });
      story.correct(live, { deployment: 'epr', occurredOn: '2022-03-01', publicOn: '2022-09-01' });
    });
    expect(verdict('2022-02-01', 2)).toBe('yes by 1');
    expect(verdict('2022-02-01', 3)).toBe('not-known by -1');
    expect(verdict('2022-03-01', 3)).toBe('yes by 2');
    expect(verdict('2022-02-01', 3, '2022-08-31')).toBe('yes by 1');
    expect(verdict('2022-02-01', 3, '2022-09-01')).toBe('not-known by -1');
    done();
  });

  it('retraction: the fact is gone, from the retraction on', async () => {
    const { verdict, done } = await told((story) => {
      const live = story.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', occurredOn: '2022-01-10' });
      story.mark('FactRetracted', live, '2022-09-01');
    });
    expect(verdict('2022-02-01', 2)).toBe('yes by 1');
    expect(verdict('2022-02-01', 3)).toBe('not-known by -1');
    expect(verdict('2022-02-01', 3, '2022-08-31')).toBe('yes by 1');
    expect(verdict('2022-02-01', 3, '2022-09-01')).toBe('not-known by -1');
    done();
  });

  it('reinstatement: the version that the retraction took away is back, decided by the reinstatement', async () => {
    const { verdict, done } = await told((story) => {
      const live = story.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', occurredOn: '2022-01-10' });
      story.correct(live, { deployment: 'epr', occurredOn: '2022-02-10', publicOn: '2022-03-01' });
      story.mark('FactRetracted', live, '2022-09-01');
      story.mark('FactReinstated', live, '2022-10-01');
    });
    expect(verdict('2022-03-01', 3)).toBe('yes by 2');
    expect(verdict('2022-03-01', 4)).toBe('not-known by -1');
    expect(verdict('2022-03-01', 5)).toBe('yes by 4');
    expect(verdict('2022-02-09', 5)).toBe('not-known by -1');
    expect(verdict('2022-03-01', 5, '2022-09-30')).toBe('not-known by -1');
    done();
  });

  it('future-dated: a fact announced ahead is true from its day on, and public before', async () => {
    const { verdict, done } = await told((story) => {
      story.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', occurredOn: '2023-10-01', publicOn: '2023-01-01' });
    });
    expect(verdict('2023-09-30')).toBe('not-known by -1');
    expect(verdict('2023-10-01')).toBe('yes by 1');
    expect(verdict('2023-10-01', 2, '2023-01-01')).toBe('yes by 1');
    expect(verdict('2023-10-01', 2, '2022-12-31')).toBe('not-known by -1');
    done();
  });

  it('a month beside a day: within the month it is not known which came first', async () => {
    const { verdict, done } = await told((story) => {
      const month = { occurredOn: '2023-05', precision: 'month', publicOn: '2023-07-01' };
      story.fact('trust-RAA', 'EprUseSuspended', { deployment: 'epr', ...month });
      story.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', occurredOn: '2023-05-10' });
    });
    expect(verdict('2023-05-09')).toBe('not-known by -1');
    expect(verdict('2023-05-10')).toBe('not-known by 1');
    expect(verdict('2023-05-30')).toBe('not-known by 1');
    expect(verdict('2023-05-31')).toBe('not-known by 1');
    expect(verdict('2023-05-31', 2)).toBe('not-known by 1');
    done();
  });

  it('a report before the end of its month: what was public had happened', async () => {
    const { verdict, done } = await told((story) => {
      const month = { occurredOn: '2023-05', precision: 'month', publicOn: '2023-05-12' };
      story.fact('trust-RAA', 'EprWentLive', { deployment: 'epr', ...month });
    });
    expect(verdict('2023-04-30')).toBe('not-known by -1');
    expect(verdict('2023-05-11')).toBe('not-known by 1');
    expect(verdict('2023-05-12')).toBe('yes by 1');
    done();
  });
});

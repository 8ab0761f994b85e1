import { contentHash } from '@milepost/event-store';
import type { JsonObject, StoredEvent } from '@milepost/event-store';
import type { PlannedEvent } from '../plan/plannedEvent';
import { decideEvent } from './decideEvent';
import { streamState } from './streamState';
import { withText } from '../testing/like';

const FACT = '00000000-0000-4000-8000-000000000001';
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const live = (day: string): JsonObject => ({ occurredOn: day, precision: 'day', deployment: 'rx1-new' });
const planned = (data: JsonObject): PlannedEvent => ({
  subject: 'trust-RX1',
  type: 'EprWentLive.v1',
  data,
  public: { on: '2025-11-05', how: 'reported' },
  key: 'k',
});

/** Events of one stream: a type, its data, and the data that an import hashed where it was one. */
type Line = readonly [type: string, data: JsonObject, imported?: { readonly dataSet: string; readonly key: string }];

async function* stream(lines: readonly Line[]): AsyncGenerator<StoredEvent> {
  for (const [n, [type, data, imported]] of lines.entries()) {
    yield await Promise.resolve({
      id: id(n + 1),
      stream: 'milepost.trust-RX1',
      revision: BigInt(n),
      type,
      position: { commit: BigInt(n), prepare: BigInt(n) },
      created: 0,
      data,
      metadata: {
        public: { on: '2025-11-05', how: 'reported' },
        ...(imported && { import: { ...imported, content: contentHash(data) } }),
      },
    });
  }
}

const decide = async (lines: readonly Line[], event: PlannedEvent) =>
  decideEvent('own', event, contentHash(event.data), await streamState(stream(lines)));

const OURS = { dataSet: 'own', key: 'k' };
const said: Line = ['EprWentLive.v1', live('2025-11-02'), OURS];
const corrects = (replaces: string): JsonObject => ({ fact: FACT, replaces, type: 'EprWentLive.v1', reason: 'r' });
const mark = (replaces: string): JsonObject => ({ fact: FACT, replaces, reason: 'r' });
const byHand: Line = ['FactCorrected.v1', { ...live('2025-11-09'), corrects: corrects(FACT) }];

describe('what becomes of a planned event', () => {
  it('is recorded where the data set has not said it', async () => {
    const otherKey: Line = ['EprWentLive.v1', live('2025-11-02'), { dataSet: 'own', key: 'other' }];
    const otherSet: Line = ['EprWentLive.v1', live('2025-11-02'), { dataSet: 'other', key: 'k' }];
    const otherType: Line = ['EprWithdrawn.v1', live('2025-11-02'), OURS];

    expect(await decide([], planned(live('2025-11-02')))).toEqual({ do: 'record' });
    expect(await decide([otherKey, otherSet, otherType], planned(live('2025-11-02')))).toEqual({ do: 'record' });
  });

  it('is skipped where the data set said the same, also after a correction by hand', async () => {
    expect(await decide([said], planned(live('2025-11-02')))).toEqual({ do: 'skip' });
    expect(await decide([said, byHand], planned(live('2025-11-02')))).toEqual({ do: 'skip' });
  });

  it('corrects the version in effect where the data set says something else', async () => {
    expect(await decide([said], planned(live('2025-11-03')))).toEqual({
      do: 'correct',
      fact: FACT,
      replaces: FACT,
      byHand: false,
    });
  });

  it('compares with the last that the data set said', async () => {
    const again: Line = ['FactCorrected.v1', { ...live('2025-11-03'), corrects: corrects(FACT) }, OURS];

    expect(await decide([said, again], planned(live('2025-11-03')))).toEqual({ do: 'skip' });
    expect(await decide([said, again], planned(live('2025-11-02')))).toMatchObject({
      do: 'correct',
      replaces: id(2),
      byHand: false,
    });
  });

  it('says so where it replaces a correction by hand', async () => {
    expect(await decide([said, byHand], planned(live('2025-11-03')))).toEqual({
      do: 'correct',
      fact: FACT,
      replaces: id(2),
      byHand: true,
    });
  });

  it('is refused where the fact was retracted, and goes on after a reinstatement', async () => {
    const retracted: Line = ['FactRetracted.v1', mark(FACT)];
    const reinstated: Line = ['FactReinstated.v1', mark(id(2))];

    expect(await decide([said, retracted], planned(live('2025-11-02')))).toMatchObject({ do: 'refuse' });
    expect(await decide([said, retracted], planned(live('2025-11-03')))).toMatchObject({
      do: 'refuse',
      reason: withText(FACT),
    });
    expect(await decide([said, retracted, reinstated], planned(live('2025-11-02')))).toEqual({ do: 'skip' });
    expect(await decide([said, retracted, reinstated], planned(live('2025-11-03')))).toMatchObject({
      do: 'correct',
      replaces: id(3),
      byHand: false,
    });
  });

  it('is not misled by what other programs wrote into the stream', async () => {
    const foreign: Line[] = [
      ['EprWentLive.v1', { nonsense: true }, OURS],
      ['FactCorrected.v1', { corrects: 7 }, OURS],
      ['FactRetracted.v1', { fact: 'nothing' }],
      ['Unheard.v1', {}, OURS],
    ];

    expect(await decide(foreign, planned(live('2025-11-02')))).toEqual({ do: 'record' });
    expect((await streamState(stream(foreign))).expected).toBe(3n);
  });

  it('gives way where the register says so already, and is refused where it says something else', async () => {
    const event = {
      ...planned(live('2025-11-02')),
      givesWayTo: ({ occurredOn }: JsonObject) => (occurredOn === '2025-11-02' ? 'said-already' : 'contradicts'),
    };
    const other: Line = ['EprWentLive.v1', live('2025-11-02')];

    expect(await decide([], event)).toEqual({ do: 'record' });
    expect(await decide([other], event)).toMatchObject({ do: 'nothing' });
    expect(
      await decide([other, ['FactCorrected.v1', { ...live('2025-11-09'), corrects: corrects(FACT) }]], event),
    ).toMatchObject({ do: 'refuse' });
    expect(await decide([other, ['FactRetracted.v1', mark(FACT)]], event)).toEqual({ do: 'record' });
  });
});

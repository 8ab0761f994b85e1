import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay } from '@milepost/domain';
import { ViewsReader } from '../reader/viewsReader';
import { buildViews } from '../rebuild/buildViews';
import { rebuildViews } from '../rebuild/rebuildViews';
import { openForWriting } from '../tables/openViewsFile';
import { ArrayLedger } from '../testing/arrayLedger';
import { Story } from '../testing/story';
import { temporaryFolder } from '../testing/temporaryFolder';
import { currentViews } from './viewsFolder';
import { ViewsWriter } from './viewsWriter';

const ENGLISH = { kind: 'nhs_trust', country: 'England', name: 'A trust', occurredOn: '2015-04-01' };

function registered(...codes: string[]): Story {
  const story = new Story();
  for (const ods of codes) story.fact(`trust-${ods}`, 'TrustRegistered', ENGLISH);
  return story;
}

describe('the views of a folder', () => {
  const folder = temporaryFolder();
  const story = registered('RAA', 'RBB');
  const ledger = new ArrayLedger(story.events);
  const inScope = (reader: ViewsReader, size: number): number =>
    reader.figure({ asOf: parseDay('2020-01-01') as number, size, publicBy: undefined }, 'in-scope', undefined)
      .numerator;
  afterAll(() => folder.remove());

  it('are missing until a writer has started', () => {
    expect(() => new ViewsReader(folder.path, ledger)).toThrow('There are no views');
  });

  it('are built at the first start from whatever the ledger holds, and kept at the next', () => {
    new ViewsWriter(folder.path, ledger).close();
    expect(currentViews(folder.path)).toBe('views-1.sqlite');
    new ViewsWriter(folder.path, ledger).close();
    expect(currentViews(folder.path)).toBe('views-1.sqlite');
  });

  it('are built anew where one of them is of another version', () => {
    const db = openForWriting(join(folder.path, 'views-1.sqlite'));
    db.exec(`UPDATE view SET version = '0' WHERE name = 'epr'`);
    db.close();
    new ViewsWriter(folder.path, ledger).close();
    expect(currentViews(folder.path)).toBe('views-2.sqlite');
    expect(readdirSync(folder.path).filter((name) => name.startsWith('views-1'))).toEqual([]);
  });

  it('are built anew where their file is damaged', () => {
    writeFileSync(join(folder.path, 'views-2.sqlite'), 'this is no database, and never was one');
    new ViewsWriter(folder.path, ledger).close();
    expect(currentViews(folder.path)).toBe('views-3.sqlite');
  });

  it('answer while others are built beside them, and a reader moves over when these are put in use', async () => {
    const writer = new ViewsWriter(folder.path, ledger);
    const reader = new ViewsReader(folder.path, ledger);
    const { name, size } = buildViews(ledger, folder.path);
    expect([name, size]).toEqual(['views-4.sqlite', 2]);
    ledger.add(registered('RAA', 'RBB', 'RCC').events.slice(2));
    await writer.applyUpTo();
    expect(inScope(reader, 3)).toBe(3);
    expect(currentViews(folder.path)).toBe('views-3.sqlite');
    await writer.adopt(name);
    expect(currentViews(folder.path)).toBe('views-4.sqlite');
    expect(inScope(reader, 3)).toBe(3);
    expect(reader.status().map(({ next, state }) => [next, state.kind])).toEqual(Array(4).fill([3, 'live']));
    reader.close();
    writer.close();
  });

  it('are put in use by a rebuild alone where no writer runs', () => {
    expect(rebuildViews(ledger, folder.path)).toEqual({ name: 'views-5.sqlite', size: 3 });
    expect(readdirSync(folder.path).sort()).toEqual(['views-5.sqlite', 'views.current']);
  });

  it('tell how far they have come after each transaction', async () => {
    const seen: number[] = [];
    const onProgress = (checkpoints: readonly { readonly next: number }[]): void =>
      void seen.push(Math.min(...checkpoints.map(({ next }) => next)));
    const writer = new ViewsWriter(folder.path, ledger, { onProgress });
    ledger.add(Array.from({ length: 2500 }, (_, n) => extra(n)));
    await writer.applyUpTo(1200);
    await writer.applyUpTo();
    expect(seen).toEqual([1003, 1200, 2200, 2503]);
    writer.close();
  });
});

function extra(n: number) {
  const id = `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const data = { precision: 'day', occurredOn: '2020-01-01', kind: 'policy' };
  return { id, stream: 'milepost.trust-RAA', type: 'SupportAgreed.v1', data, publicOn: '2020-01-01' };
}

import { DatabaseSync } from '@photostructure/sqlite';
import {
  copyFileSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStore } from '../check/checkStore';
import { StoreRefused } from '../storeRefused';
import type { Append } from './append';
import { Damaged } from './damaged';
import { EventLog } from './eventLog';
import type { CommitFaults } from './eventLog';

const NO_FAULTS: CommitFaults = { beginCommit: () => false, reach: () => undefined };
/** Data of so many bytes fills two pages of its own, which SQLite never moves. */
const LONG = 9000;
let counter = 0;

function appendTo(stream: string, count: number, bytes = 200): Append {
  const events = Array.from({ length: count }, () => ({
    id: `00000000-0000-4000-8000-${(++counter).toString(16).padStart(12, '0')}`,
    type: Buffer.from('Written.v1'),
    json: false,
    metadata: Buffer.alloc(0),
    data: Buffer.alloc(bytes, 'd'),
  }));
  return { stream, expected: 'any', events, deadline: undefined };
}

describe("a store's file", () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'milepost-log-'));
    file = join(folder, 'store.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (...appends: readonly Append[]): void => {
    const log = EventLog.open(file, NO_FAULTS);
    log.commit(appends);
    log.close();
  };
  const refusal = (): StoreRefused => {
    try {
      EventLog.open(file, NO_FAULTS).close();
    } catch (error) {
      if (error instanceof StoreRefused) return error;
      throw error;
    }
    throw new Error('It was opened.');
  };

  it('is refused while another has it, and can be had afterwards', () => {
    const log = EventLog.open(file, NO_FAULTS);
    expect(refusal().message).toContain('in use by another process');
    log.close();
    EventLog.open(file, NO_FAULTS).close();
  });

  it('is refused where a newer version wrote it, and stays as it was', () => {
    write(appendTo('s', 3));
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 2');
    database.close();
    const before = readFileSync(file);
    expect(refusal().message).toContain('newer version');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("is refused where it is another program's", () => {
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE theirs (x)');
    database.close();
    expect(refusal().message).toContain('another program');
  });

  it.each<[string, (file: string) => void]>([
    ['has a broken beginning', (path) => overwrite(path, 0, 'no database')],
    ['is text', (path) => writeFileSync(path, 'hello '.repeat(2000))],
    ['was cut short', (path) => truncateSync(path, statSync(path).size - 4096 * 10)],
  ])('is refused where it %s, and stays as it was', (_what, damage) => {
    write(...Array.from({ length: 40 }, () => appendTo('s', 20)));
    damage(file);
    const before = readFileSync(file);
    expect(refusal().message).toMatch(/damaged|cut short/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('never hands out an event whose bytes have changed, and goes on with the others', () => {
    write(appendTo('other', 3, LONG), appendTo('s', 3, LONG), appendTo('last', 5000));
    const before = checkStore(file);
    expect(before).toMatchObject({ events: 5006, streams: 3, problems: [] });
    tidyUp(file);
    flip(file, 3);
    const log = EventLog.open(file, NO_FAULTS);
    expect(log.streamPage('other', 0, false)).toHaveLength(3);
    expect(() => log.streamPage('s', 0, false)).toThrow(Damaged);
    const compared: Append = { ...appendTo('s', 1), expected: 'no-stream' };
    const { outcomes } = log.commit([compared, appendTo('s', 1)]);
    expect(outcomes).toMatchObject([
      { kind: 'refused', code: 15 },
      { kind: 'stored', revision: 3 },
    ]);
    log.close();
    expect(checkStore(file).problems.join()).toContain('does not match its checksum');
  });

  it('is refused where one of the newest events has changed: no guess is built upon', () => {
    write(appendTo('s', 3, LONG));
    flip(file, 0);
    expect(refusal().message).toContain('damaged');
  });

  it('gives out no position twice, whatever is closed between', () => {
    const seen: number[] = [];
    for (let round = 0; round < 5; round++) {
      const log = EventLog.open(file, NO_FAULTS);
      for (const append of [appendTo('s', 2), appendTo('s', 0), appendTo('t', 0), appendTo('t', 1)]) {
        const [outcome] = log.commit([append]).outcomes;
        if (outcome !== undefined && 'position' in outcome) seen.push(outcome.position);
      }
      log.close();
    }
    expect(seen).toHaveLength(20);
    expect(seen.every((position, index) => index === 0 || position > (seen[index - 1] ?? 0))).toBe(true);
  });

  it('that finds the disk full stores nothing of the group, goes on reading, and goes on writing when there is room', () => {
    let isFull = false;
    const log = EventLog.open(file, { ...NO_FAULTS, beginCommit: () => isFull });
    log.commit([appendTo('s', 3)]);
    isFull = true;
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(() => log.commit([appendTo('t', 1), appendTo('s', 50, 5000)])).toThrow('full');
      expect(log.streamPage('s', 0, false)).toHaveLength(3);
      expect(log.lastRevision('t')).toBe(-1);
    }
    isFull = false;
    expect(log.commit([appendTo('s', 50, 5000)]).outcomes[0]).toMatchObject({ kind: 'stored', revision: 52 });
    log.close();
    expect(checkStore(file)).toMatchObject({ events: 53, problems: [] });
  });

  it('copied while it is written to, as a crash leaves it, opens with every commit whole', () => {
    const log = EventLog.open(file, NO_FAULTS);
    for (let round = 0; round < 30; round++) log.commit([appendTo('s', 7), appendTo('t', 4)]);
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    log.close();
    expect(checkStore(copy)).toMatchObject({ events: 330, problems: [] });
  });
});

describe('checking a store', () => {
  it('refuses where there is none, and makes none', () => {
    const file = join(tmpdir(), `milepost-no-store-${process.pid}`);
    expect(() => checkStore(file)).toThrow(StoreRefused);
    expect(() => statSync(file)).toThrow();
  });
});

function overwrite(file: string, at: number, text: string): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, text, at);
  closeSync(descriptor);
}

/** Writes the index of what waits for it, so that opening does not read the older events. */
function tidyUp(file: string): void {
  const log = EventLog.open(file, NO_FAULTS);
  if (log.isUntidy) log.tidy();
  log.close();
}

/** Changes one byte in the data of the nth of the long events, behind SQLite's back. */
function flip(file: string, nth: number): void {
  const bytes = readFileSync(file);
  const page = Buffer.alloc(4000, 'd');
  let at = bytes.indexOf(page);
  for (let found = 0; found < 2 * nth; found++) at = bytes.indexOf(page, at + page.length);
  overwrite(file, at + 100, 'X');
}

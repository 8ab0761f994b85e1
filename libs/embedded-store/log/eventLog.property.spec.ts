import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Append } from './append';
import { EventLog } from './eventLog';
import { storedHead } from './storedHead';

const NO_FAULTS = { beginCommit: () => false, reach: () => undefined };

/** What the log must amount to: a list. */
interface Model {
  readonly all: { stream: string; id: string; revision: number }[];
  readonly streams: Map<string, string[]>;
}

/** Enough events that the index is written to the file several times, and some always wait in memory. */
const EVENTS = 9000;

describe('the log', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'milepost-log-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['as it was written', false],
    ['after it was closed and opened', true],
  ])('gives back, by any way of reading, what a plain list would, %s', (_when, reopen) => {
    const sizes = fc.infiniteStream(fc.integer({ min: 1, max: 40 }));
    const names = fc.infiniteStream(fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(sizes, names, (size, name) => {
        const file = join(folder, `${Math.random()}.sqlite`);
        let log = EventLog.open(file, NO_FAULTS);
        const model: Model = { all: [], streams: new Map() };
        while (model.all.length < EVENTS) {
          write(
            log,
            model,
            Array.from({ length: 10 }, () => ({ stream: `s${nextOf(name)}`, size: nextOf(size) })),
          );
          if (log.isUntidy) log.tidy();
        }
        if (reopen) {
          log.close();
          log = EventLog.open(file, NO_FAULTS);
        }
        expectAll(log, model);
        for (const [stream, ids] of model.streams) expectStream(log, stream, ids);
        expectKnown(log, model);
        log.close();
      }),
      { numRuns: 2 },
    );
  });
});

function nextOf(stream: Iterator<number>): number {
  return stream.next().value as number;
}

let counter = 0;
const newId = (): string => `00000000-0000-4000-8000-${(++counter).toString(16).padStart(12, '0')}`;
const eventOf = (id: string): Append['events'][number] => ({
  id,
  type: Buffer.from('T'),
  json: true,
  metadata: Buffer.alloc(0),
  data: Buffer.from(`{"id":"${id}"}`),
});

function write(log: EventLog, model: Model, wanted: readonly { stream: string; size: number }[]): void {
  const appends = wanted.map(({ stream, size }): Append => {
    const ids = Array.from({ length: size }, newId);
    const known = model.streams.get(stream) ?? [];
    const expected = known.length === 0 ? 'no-stream' : BigInt(known.length - 1);
    ids.forEach((id, index) => model.all.push({ stream, id, revision: known.length + index }));
    model.streams.set(stream, [...known, ...ids]);
    return { stream, expected, events: ids.map(eventOf), deadline: undefined };
  });
  expect(log.commit(appends).outcomes.every(({ kind }) => kind === 'stored')).toBe(true);
}

function expectAll(log: EventLog, model: Model): void {
  const seen: Model['all'] = [];
  for (
    let events = log.pageAfter(0);
    events.length > 0;
    events = log.pageAfter(events[events.length - 1]?.position ?? 0)
  ) {
    for (const { message } of events) {
      const { id, revision, stream } = storedHead(message);
      seen.push({ id, revision, stream });
    }
  }
  expect(seen).toEqual(model.all);
}

function expectStream(log: EventLog, stream: string, ids: readonly string[]): void {
  expect(log.lastRevision(stream)).toBe(ids.length - 1);
  for (const from of [0, 1, Math.floor(ids.length / 2), ids.length - 1]) {
    const page = log.streamPage(stream, from, false).map(({ message }) => storedHead(message).id);
    expect(page).toEqual(ids.slice(from, from + page.length));
    expect(page.length).toBeGreaterThan(0);
    const back = log.streamPage(stream, from, true).map(({ message }) => storedHead(message).id);
    expect(back).toEqual(ids.slice(Math.max(0, from + 1 - back.length), from + 1).reverse());
    expect(back.length).toBe(Math.min(from + 1, back.length));
  }
}

/** Repeats some of what is there, old and recent, naming no revision. */
function expectKnown(log: EventLog, model: Model): void {
  const end = log.end;
  for (let at = 0; at < model.all.length; at += 397) {
    const event = model.all[at];
    if (event === undefined) continue;
    const append: Append = { stream: event.stream, expected: 'any', events: [eventOf(event.id)], deadline: undefined };
    expect(log.commit([append]).outcomes[0]).toMatchObject({ kind: 'stored', revision: event.revision });
  }
  expect(log.end).toBe(end);
}

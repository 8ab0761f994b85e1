import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { checkStore, storeFile } from '@milepost/embedded-store';
import type { Fault } from '@milepost/embedded-store';
import { openLedgerReader, verifyLedgerFile } from '@milepost/ledger';
import { buildViews } from '@milepost/views';
import { viewsDigest } from '../../libs/views/digest/viewsDigest';
import { currentViews } from '../../libs/views/writer/viewsFolder';
import { builtApps } from '../support/builtApps';
import type { BuiltApps } from '../support/builtApps';
import { endServerProcesses, startServerProcess } from '../support/serverProcess';
import type { ServerProcess } from '../support/serverProcess';

/** Rows of the public record give about two thousand events, each an append and so a commit of its own. */
const EVENTS = 2_001;
const IMPORT_KILLS = 6;
const WRITE_KILLS = 8;
const WRITERS = 3;

let built: BuiltApps;
let dataDir: string;
beforeAll(() => {
  built = builtApps(['apps', 'libs']);
  dataDir = mkdtempSync(join(tmpdir(), 'milepost-killed-'));
}, 120_000);
afterAll(async () => {
  await endServerProcesses();
  rmSync(dataDir, { recursive: true, force: true });
  built.remove();
});

type Phase = 'before the first write' | 'between first write and acknowledgement' | 'after an acknowledgement';
const phases: Phase[] = [];

const start = (faults: readonly Fault[] = []): ServerProcess =>
  startServerProcess({ main: built.file('apps/server/main.js'), dataDir, faults });
const ledgerFile = (): string => join(dataDir, 'milepost', 'ledger.sqlite');
const anyOf = (most: number): number => 1 + Math.floor(Math.random() * most);

/** What the ledger proved when the process was gone, so that it can be held against every later one. */
const proven: { size: number; root: string }[] = [];

function holdLedger(): number {
  const { size, root } = verifyLedgerFile(ledgerFile());
  const reader = openLedgerReader(ledgerFile());
  for (const earlier of proven) expect(Buffer.from(reader.rootAt(earlier.size)).toString('hex')).toBe(earlier.root);
  reader.close();
  proven.push({ size, root: Buffer.from(root).toString('hex') });
  return size;
}

/** Everything the store holds reads back, in order, with its checksum. */
function holdStore(): void {
  expect(checkStore(storeFile(dataDir)).problems).toEqual([]);
}

function storedIds(type: string): string[] {
  const reader = openLedgerReader(ledgerFile());
  const ids: string[] = [];
  for (let from = 0; ; from += 1_000) {
    const entries = reader.entriesFrom(from, 1_000);
    ids.push(...entries.filter((entry) => entry.type === type).map(({ id }) => id));
    if (entries.length < 1_000) break;
  }
  reader.close();
  return ids;
}

it('killed at any moment of the import, it goes on where it was, and every row is there once', async () => {
  for (let kill = 0; kill < IMPORT_KILLS; kill += 1) {
    // By turns: inside a commit before and after it is on disk, and from outside, between whatever two rows it may be.
    const nth = anyOf(EVENTS / IMPORT_KILLS);
    const at = kill % 3 === 0 ? 'before-commit' : 'after-commit';
    const inside = kill % 3 !== 2;
    const server = start(inside ? [{ do: 'die', at, nth }] : []);
    if (!inside) {
      // A moment, not a wait: wherever the import is then.
      const moment = anyOf(1_000);
      server.onLine = (line) => {
        if (/^Importing/.test(line)) setTimeout(() => server.kill('SIGKILL'), moment);
      };
    }
    expect(await server.ended).toBe('SIGKILL');
    tokens.push(...tokensShown(server));
    phases.push(inside ? 'between first write and acknowledgement' : 'after an acknowledgement');
    holdStore();
  }
  const server = start();
  await server.ready;
  server.kill('SIGKILL');
  await server.ended;
  tokens.push(...tokensShown(server));
  expect(holdLedger()).toBe(EVENTS + 1);
  const reader = openLedgerReader(ledgerFile());
  const ids = reader.entriesFrom(0, EVENTS + 2).map(({ id }) => id);
  reader.close();
  expect(new Set(ids).size).toBe(EVENTS + 1);
}, 400_000);

/** One writer: disputes facts one after the other, and keeps what it was told. */
async function write(url: string, token: string, facts: readonly string[], told: Told): Promise<void> {
  for (;;) {
    const fact = facts[anyOf(facts.length) - 1] ?? '';
    const key = randomUUID();
    told.asked.set(key, fact);
    const answer = await dispute(url, token, fact, key).catch(() => undefined);
    if (answer === undefined) return;
    expect(answer.status).toBe(201);
    told.acknowledged.set(key, (await eventOf(answer)) ?? '');
  }
}

interface Told {
  /** Idempotency key → fact. */
  readonly asked: Map<string, string>;
  /** Idempotency key → id of the event. */
  readonly acknowledged: Map<string, string>;
}

const dispute = (url: string, token: string, fact: string, key: string): Promise<Response> =>
  fetch(`${url}/api/v1/facts/${fact}/dispute`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ grounds: 'Written while the process is killed.' }),
  });

async function eventOf(answer: Response): Promise<string | undefined> {
  const body = (await answer.json()) as { events: { id: string }[] };
  return body.events[0]?.id;
}

it('killed at any moment of writing, it holds every acknowledged event once, and says so to whoever asks again', async () => {
  const first = start();
  const url = await first.url;
  await first.ready;
  const token = await programmeToken(url);
  const facts = storedIds('TrustRegistered.v1').slice(0, 20);
  first.kill('SIGTERM');
  await first.ended;

  const told: Told = { asked: new Map(), acknowledged: new Map() };
  for (let kill = 0; kill < WRITE_KILLS; kill += 1) {
    const inside = kill % 2 === 0;
    // The first commits of a start are none: all its streams are there already.
    const server = start(
      inside ? [{ do: 'die', at: kill % 4 === 0 ? 'after-commit' : 'before-commit', nth: anyOf(20) }] : [],
    );
    const here = await server.url;
    await server.ready;
    const before = told.acknowledged.size;
    const writers = Promise.all(Array.from({ length: WRITERS }, () => write(here, token, facts, told)));
    if (!inside) {
      const until = before + anyOf(30);
      while (told.acknowledged.size < until) await new Promise(setImmediate);
      server.kill('SIGKILL');
    }
    await writers;
    await server.ended;
    holdStore();

    // Whoever was not answered asks again: the same event, once.
    const again = start();
    const there = await again.url;
    await again.ready;
    const stored = new Set(storedIds('FactDisputed.v1'));
    let hit = false;
    for (const [key, fact] of told.asked) {
      if (told.acknowledged.has(key)) continue;
      const answer = await dispute(there, token, fact, key);
      expect(answer.status).toBe(201);
      const body = (await answer.json()) as { events: { id: string }[]; again: boolean };
      const id = body.events[0]?.id ?? '';
      expect(body.again).toBe(stored.has(id));
      hit ||= body.again;
      told.acknowledged.set(key, id);
    }
    phases.push(hit || inside ? 'between first write and acknowledgement' : 'after an acknowledgement');
    again.kill('SIGTERM');
    await again.ended;
    holdLedger();
    const all = storedIds('FactDisputed.v1');
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(told.acknowledged.size);
    for (const id of told.acknowledged.values()) expect(all).toContain(id);
  }
}, 400_000);

it('was killed often enough where it hurts', () => {
  const hits = phases.filter((phase) => phase === 'between first write and acknowledgement').length;
  expect(phases.length).toBe(IMPORT_KILLS + WRITE_KILLS);
  expect(hits / phases.length).toBeGreaterThanOrEqual(0.2);
});

it('ends with views that equal a rebuild from nothing', () => {
  const folder = join(dataDir, 'milepost');
  const reader = openLedgerReader(ledgerFile());
  const live = digestOf(join(folder, currentViews(folder) ?? ''));
  const rebuilt = join(dataDir, 'rebuilt');
  const { name } = buildViews(reader, rebuilt);
  expect(digestOf(join(rebuilt, name))).toBe(live);
  reader.close();
});

function digestOf(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return viewsDigest(db);
  } finally {
    db.close();
  }
}

/** Administrator's tokens that were shown. One that was shown just before a kill may have come to nothing; then the next start showed another. */
const tokens: string[] = [];
const tokensShown = (server: ServerProcess): string[] => server.said.join('\n').match(/mp_[0-9a-f]+_[\w-]+/g) ?? [];

async function programmeToken(url: string): Promise<string> {
  for (const administrator of tokens.reverse()) {
    const issued = await fetch(`${url}/api/v1/tokens`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${administrator}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ role: 'programme' }),
    });
    if (issued.status === 201) return ((await issued.json()) as { token: string }).token;
  }
  throw new Error("No administrator's token that was shown holds.");
}

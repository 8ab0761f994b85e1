import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openLedgerReader, verifyLedgerFile } from '@milepost/ledger';
import { builtApps } from '../support/builtApps';
import type { BuiltApps } from '../support/builtApps';
import { filledLedger } from '../support/filledLedger';
import { ledgerLog } from '../support/ledgerLog';
import { temporaryFile } from '../support/temporaryFile';

const COUNT = 2_000;
const KILLS = 5;

let built: BuiltApps;
beforeAll(() => {
  built = builtApps(['libs', 'test/faults', 'test/support']);
}, 120_000);
afterAll(() => built.remove());

/** Runs until the ledger holds `until` entries or more, then is killed. Gives the size last said. */
async function sequenceUntil(file: string, until: number): Promise<number> {
  const child = spawn(process.execPath, [built.file('test/faults/sequencingProcess.js'), file, String(COUNT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = 0;
  for await (const line of createInterface(child.stdout)) {
    said = Number(line);
    if (said >= until) child.kill('SIGKILL');
  }
  return said;
}

it('killed again and again while it writes, it holds whole batches only and ends at the same root', async () => {
  const whole = temporaryFile('whole.sqlite');
  const log = ledgerLog(COUNT);
  await filledLedger(whole, log);
  const reference = openLedgerReader(whole);
  const file = temporaryFile('killed.sqlite');
  const ends: number[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // The child goes on writing while the signal is on its way, so the kill hits wherever it may be.
    const said = await sequenceUntil(file, Math.floor((COUNT * (kill - 1 + Math.random())) / KILLS));
    const { size, root } = verifyLedgerFile(file);
    expect(size).toBeGreaterThanOrEqual(said);
    expect(size % 7 === 0 || size === COUNT).toBe(true);
    expect(Buffer.from(root)).toEqual(Buffer.from(reference.rootAt(size)));
    ends.push(size);
  }
  // A kill that comes after the end shows nothing.
  expect(ends.filter((size) => size < COUNT).length).toBeGreaterThanOrEqual(KILLS - 2);
  expect(await sequenceUntil(file, COUNT)).toBe(COUNT);
  expect(verifyLedgerFile(file)).toEqual({ size: COUNT, root: reference.rootAt(COUNT) });
  reference.close();
}, 120_000);

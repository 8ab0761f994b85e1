import { PassThrough, Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import type { LedgerReader } from '@milepost/ledger';
import { sendRawEntries } from './sendRawEntries';

/** A ledger of 100,000 entries of 400 bytes, which counts how many were read. */
function longLedger() {
  const read = { entries: 0 };
  const rawFrom = (sequence: number, limit: number) => {
    read.entries += limit;
    return Array.from({ length: limit }, (_, n) => ({
      sequence: sequence + n,
      bytes: Buffer.from(`${sequence + n} `.padEnd(400, 'x')),
      leaf: Buffer.alloc(32),
    }));
  };
  return { read, reader: () => ({ rawFrom }) as unknown as LedgerReader };
}

const RANGE = { from: 0, end: 100_000 };

it('sends every entry of the range once, in order, a line each', async () => {
  const { reader } = longLedger();
  const to = new PassThrough();
  const [sent] = await Promise.all([text(to), sendRawEntries(reader, { from: 7, end: 1_000 }, to)]);
  const lines = sent.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => Number(line.split(' ')[0]))).toEqual(Array.from({ length: 993 }, (_, n) => n + 7));
});

it('reads no further than it is taken', async () => {
  const { read, reader } = longLedger();
  const stalled = new Writable({ write: () => undefined });
  const sending = sendRawEntries(reader, RANGE, stalled);
  for (let turns = 0; turns < 100; turns += 1) await turn();
  expect(read.entries).toBeGreaterThan(0);
  expect(read.entries).toBeLessThan(2_000);
  stalled.destroy();
  await sending;
  expect(read.entries).toBeLessThan(2_000);
});

it('cuts the answer off where an entry cannot be read, so that it does not look whole', async () => {
  const to = new PassThrough();
  to.resume();
  const damaged = (): LedgerReader => {
    throw new Error('entry 3 is damaged');
  };
  await expect(sendRawEntries(damaged, RANGE, to)).rejects.toThrow('entry 3 is damaged');
  expect(to.destroyed).toBe(true);
});

import { serialize, deserialize } from 'node:v8';
import * as fc from 'fast-check';
import { readPage } from '../reading/readPage';
import { ArrayLedger } from '../testing/arrayLedger';
import { randomHistory } from '../testing/randomHistory';
import type { PackedPage } from './packedPage';
import { packed, unpacked } from './packedPage';

it('gives the readings that were packed, of whatever kind, after a way from thread to thread', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const ledger = new ArrayLedger(randomHistory(seed, ['RAA', 'RBB', 'RCC'], 120));
      const readings = readPage(ledger, 20, 100);
      for (const { kind } of readings) kinds.add(kind);
      expect(unpacked(deserialize(serialize(packed(readings))) as PackedPage)).toEqual(readings);
    }),
    { numRuns: 50 },
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['stated', 'corrected', 'retracted', 'reinstated', 'unread']));
});

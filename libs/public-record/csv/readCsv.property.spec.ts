import fc from 'fast-check';
import { readCsv } from './readCsv';

const LAYOUT = { header: false, columns: ['a', 'b'] } as const;
const bytes = (text: string) => new TextEncoder().encode(text);

/** Text of the characters that matter to a CSV reader. */
const awkward = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') });
/** Line breaks and commas in one cell can look like rows of their own, which is what a stray quote looks like. */
const cell = fc
  .constantFrom(',', '\n')
  .chain((mark) => fc.string({ unit: fc.constantFrom('a', 'b', mark, '"', 'é', '😀') }))
  .map((text) => text.trim());

describe('readCsv', () => {
  it('never throws, and loses no line that has something in it', () => {
    fc.assert(
      fc.property(fc.oneof(awkward.map(bytes), fc.uint8Array({ maxLength: 200 })), (file) => {
        const { rows, refused, unread } = readCsv('x.csv', file, LAYOUT);
        const lines = [...rows, ...refused].map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        if (rows.length === 0 && unread === undefined) {
          const text = new TextDecoder().decode(file);
          const written = text.split('\n').filter((line) => line.replace(/\r$/, '').trim() !== '').length;
          // A quoted cell runs over lines, and its record may be refused for something else.
          expect(refused.length).toBeLessThanOrEqual(written);
          expect(refused.length > 0).toBe(written > 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads back what a writer of CSV wrote', () => {
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), (records) => {
        const text = records.map((record) => record.map(written).join(',')).join('\r\n');
        const { rows, refused } = readCsv('x.csv', bytes(text), LAYOUT);
        expect(refused).toEqual([]);
        expect(rows.map(({ cells }) => [cells.a, cells.b])).toEqual(records);
      }),
    );
  });

  it('takes every good row, whatever single broken row stands among them', () => {
    fc.assert(
      fc.property(fc.array(fc.constant('x,y'), { maxLength: 5 }), awkward, (good, broken) => {
        fc.pre(!broken.includes('\n'));
        const { rows } = readCsv('x.csv', bytes([...good, broken, ...good].join('\n')), LAYOUT);
        const kept = rows.filter(({ cells }) => cells.a === 'x' && cells.b === 'y');
        expect(kept).toHaveLength(good.length * 2);
      }),
    );
  });
});

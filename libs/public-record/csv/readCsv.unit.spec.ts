import { CSV_LIMITS } from './csvLimits';
import type { CsvLayout } from './csvTable';
import { readCsv } from './readCsv';
import { like } from '../testing/like';

const LAYOUT: CsvLayout = { header: true, required: ['code', 'name'], optional: ['note'] };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, layout: CsvLayout = LAYOUT) => readCsv('x.csv', bytes(text), layout);

describe('readCsv', () => {
  it.each([
    ['LF', 'code,name\nR1,One\nR2,Two\n'],
    ['CRLF', 'code,name\r\nR1,One\r\nR2,Two\r\n'],
    ['a byte order mark', '\ufeffcode,name\nR1,One\nR2,Two\n'],
    ['no last line end', 'code,name\nR1,One\nR2,Two'],
    ['columns in another order', 'name,code\nOne,R1\nTwo,R2\n'],
    ['blank lines and blanks around cells', 'code,name\n\n R1 , One\n\nR2,Two \n\n'],
    ['quotes where none are needed', '"code","name"\n"R1","One"\n"R2","Two"\n'],
  ])('reads the rows of a file with %s', (_, text) => {
    const { rows, refused, unread } = read(text);

    expect(rows.map(({ cells }) => cells)).toEqual([
      { code: 'R1', name: 'One' },
      { code: 'R2', name: 'Two' },
    ]);
    expect([refused, unread]).toEqual([[], undefined]);
  });

  it('keeps commas, quotes and line breaks that stand in quotes, and counts lines as an editor does', () => {
    const { rows, refused } = read('code,name\nR1,"a, ""b""\nc"\nR2,x,y\nR3,z\n');

    expect(rows).toEqual([
      { line: 2, cells: { code: 'R1', name: 'a, "b"\nc' } },
      { line: 5, cells: { code: 'R3', name: 'z' } },
    ]);
    expect(refused.map(({ problems }) => problems)).toEqual([
      [{ file: 'x.csv', line: 4, reason: 'The row has 3 cells instead of 2.' }],
    ]);
  });

  it.each([
    ['a quote that nothing closes', 'R2,"open', undefined, /opened and not closed/],
    ['a quote inside a cell', 'R2,a"b"', undefined, /quotes are wrong/],
    ['text after a closing quote', 'R2,"a"b', undefined, /quotes are wrong/],
    ['too few cells', 'R2', undefined, /1 cells instead of 2/],
    ['a control character', 'R2,a\u0000b', 'name', /holds U\+0000 \(NUL\), a control character/],
    ['a carriage return inside', 'R2,a\rb', 'name', /U\+000D \(CR\)/],
    ['a text that is too long', `R2,${'x'.repeat(CSV_LIMITS.cellLength + 1)}`, 'name', /longer than 4000/],
    ['a row that is too long', `R2,${'x'.repeat(CSV_LIMITS.recordLength)}`, undefined, /row is longer/],
  ])('refuses a row with %s and takes the rest', (_, row, column, reason) => {
    const { rows, refused } = read(`code,name\nR1,One\n${row}\nR3,Three\nR4,Four\n`);

    expect(rows.map(({ line }) => line)).toEqual([2, 4, 5]);
    expect(refused.map(({ line }) => line)).toEqual([3]);
    expect(refused[0]?.problems).toEqual([
      { file: 'x.csv', line: 3, ...(column === undefined ? {} : { column }), reason: like(reason) },
    ]);
  });

  it('does not let two stray quotes swallow what stands between them', () => {
    const { rows, refused } = read('code,name\nR1,"a\nR2,Two\nR3,Three\nR4,b"\nR5,Five\n');

    expect(rows.map(({ line }) => line)).toEqual([3, 4, 6]);
    expect(refused.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('finds bytes that are not UTF-8 by line and column', () => {
    const file = Buffer.concat([bytes('code,name\nR1,Caf'), Buffer.from([0xe9]), bytes('\nR2,Café\n')]);

    const { rows, refused } = readCsv('x.csv', file, LAYOUT);

    expect(rows.map(({ cells }) => cells.name)).toEqual(['Café']);
    expect(refused.map(({ problems }) => problems)).toEqual([
      [{ file: 'x.csv', line: 2, column: 'name', reason: 'A byte here is not UTF-8.' }],
    ]);
  });

  it.each([
    ['an unknown column', 'code,name,colour\nR1,One,red\n', 'colour', /no such column/],
    ['a missing column', 'code\nR1\n', 'name', /missing/],
    ['a column twice', 'code,name,name\nR1,One,Two\n', 'name', /twice/],
    ['another separator', 'code;name\nR1;One\n', 'code;name', /no such column/],
    ['nothing in it', '', undefined, /no column names/],
    ['a broken header', 'code,"name\nR1,One\n', undefined, /no list of column names/],
  ])('refuses a file with %s as a whole, and counts its rows', (_, text, column, reason) => {
    const { rows, refused, unread } = read(text);

    expect([rows, refused]).toEqual([[], []]);
    expect(unread?.rows).toBe(text === '' ? 0 : 1);
    expect(unread?.problem).toEqual({
      ...{ file: 'x.csv', line: 1, reason: like(reason) },
      ...(column === undefined ? {} : { column }),
    });
  });

  it('refuses a file that is UTF-16, too large, or has too many lines or columns', () => {
    const utf16 = readCsv('x.csv', Buffer.from('\ufeffcode,name\n', 'utf16le'), LAYOUT);
    const large = readCsv('x.csv', new Uint8Array(CSV_LIMITS.bytes + 1), LAYOUT);
    const long = read(`code,name\n${'R1,One\n'.repeat(CSV_LIMITS.lines)}`);
    const blank = readCsv('x.csv', new Uint8Array(CSV_LIMITS.bytes).fill(0x0a), LAYOUT);
    const wide = read(`code,name,${'a,'.repeat(CSV_LIMITS.bytes / 4)}`, {
      header: true,
      required: [],
      further: () => true,
    });
    const many = read(Array.from({ length: CSV_LIMITS.columns + 1 }, (_, n) => `a${n}`).join(), {
      header: true,
      required: [],
      further: () => true,
    });

    expect(utf16.unread?.problem.reason).toMatch(/CSV UTF-8/);
    expect(large.unread?.problem.reason).toMatch(/larger than/);
    expect(long.unread).toEqual({
      problem: { file: 'x.csv', line: 1, reason: like(/more than 50000 lines/) },
      rows: CSV_LIMITS.lines + 1,
    });
    expect(blank.unread?.problem.reason).toMatch(/lines/);
    expect(wide.unread?.problem.reason).toMatch(/too long/);
    expect(many.unread?.problem.reason).toMatch(/more than 200 columns/);
  });

  it('reads a file without a header by the columns of its layout', () => {
    const { rows, refused } = read('"R1","One"\n"R2"\n', { header: false, columns: ['code', 'name'] });

    expect(rows).toEqual([{ line: 1, cells: { code: 'R1', name: 'One' } }]);
    expect(refused.map(({ line, cells }) => [line, cells])).toEqual([[2, { code: 'R2' }]]);
  });

  it('takes further columns that the layout lets in by their form', () => {
    const layout: CsvLayout = { header: true, required: ['code'], further: (name) => /^[a-z]+$/.test(name) };

    expect(read('code,score\nR1,2\n', layout).rows).toEqual([{ line: 2, cells: { code: 'R1', score: '2' } }]);
    expect(read('code,Score!\nR1,2\n', layout).unread?.problem.column).toBe('Score!');
  });
});

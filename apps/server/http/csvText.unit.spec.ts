import { parse } from 'csv-parse/sync';
import { csvText } from './csvText';

describe('CSV', () => {
  it('is read back as it was, whatever stands in the cells', () => {
    const text = csvText({
      columns: ['a', 'b'],
      rows: [
        { a: 'one, two', b: 'he said "no"' },
        { a: 'line\r\nbreak', b: null },
        { a: 12, b: true },
      ],
    });
    expect(parse(text)).toEqual([
      ['a', 'b'],
      ['one, two', 'he said "no"'],
      ['line\r\nbreak', ''],
      ['12', 'true'],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@cmd', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠a'])('makes %j text', (formula) => {
    expect(parse(csvText({ columns: ['a'], rows: [{ a: formula }] }))).toEqual([['a'], [`'${formula}`]]);
  });

  it('ends every line, the last one too', () => {
    expect(csvText({ columns: ['a'], rows: [] })).toBe('a\r\n');
  });
});

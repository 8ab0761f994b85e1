import { entryPage, MOST_EXAMINED } from './entryPage';
import type { PageSource } from './entryPage';

/** A source over a million entries that counts what is read from it. */
function million() {
  const read = { most: [] as number[], lookups: 0 };
  const statement = { all: (...bounds: number[]) => (read.most.push(bounds[3]!), []) } as never;
  const both = { ASC: statement, DESC: statement };
  const source: PageSource = {
    size: 1_000_000,
    numberOf: (name) => name.length,
    countBefore: () => (read.lookups++, 500_000),
    sequenceOf: (_stream, revision) => (read.lookups++, revision * 4),
    lastRevisionOf: () => (read.lookups++, 249_999),
    statements: { ofStream: both, ofType: both, ofActor: both },
  };
  return { source, read };
}

it.each([
  ['one type', { types: ['a'] }, [11]],
  ['two types', { types: ['a', 'bb'] }, [11, 11]],
  ['one name twice', { types: ['a', 'a'] }, [11]],
  ['a type of an actor', { types: ['a'], actor: 'bb' }, [MOST_EXAMINED]],
  ['streams and types', { streams: ['a', 'bb'], types: ['ccc'] }, [MOST_EXAMINED, MOST_EXAMINED]],
])('reads a bounded number of rows of a million for %s', (_what, conditions, most) => {
  const { source, read } = million();
  entryPage({ order: 'newest-first', limit: 10, recordedFrom: 0, after: 999_999, ...conditions }, source);
  expect(read.most).toEqual(most);
  expect(read.lookups).toBeLessThan(100);
});

it('reads nothing where nothing is asked', () => {
  const { source, read } = million();
  expect(entryPage({ order: 'newest-first', limit: 2 }, source)).toEqual({
    sequences: [999_999, 999_998],
    next: 999_998,
  });
  expect(read).toEqual({ most: [], lookups: 0 });
});

import { entryPage, MOST_EXAMINED } from './entryPage';
import type { PageSource } from './entryPage';

/** A source over a million entries that counts what is read from it. */
function million() {
  const read = { most: [] as number[], lookups: 0 };
  const statement = { all: (...bounds: number[]) => (read.most.push(bounds.at(-1)!), []) } as never;
  const both = { ASC: statement, DESC: statement };
  const source: PageSource = {
    size: 1_000_000,
    numberOf: (name) => name.length,
    numbersFrom: (prefix) => Array.from({ length: prefix.length }, (_, n) => n),
    actorsOf: (role) => [role.length],
    countBefore: () => (read.lookups++, 500_000),
    sequenceOf: (_stream, revision) => (read.lookups++, revision * 4),
    lastRevisionOf: () => (read.lookups++, 249_999),
    statements: { ofStream: both, ofType: both, ofActor: both, ofAll: both },
  };
  return { source, read };
}

it.each([
  ['one type', { types: ['a'] }, [11]],
  ['two types', { types: ['a', 'bb'] }, [11, 11]],
  ['one name twice', { types: ['a', 'a'] }, [11]],
  ['a type of an actor', { types: ['a'], actor: 'bb' }, [MOST_EXAMINED]],
  ['a role', { role: 'a' }, [11]],
  ['what is of no type', { exceptTypes: ['a'] }, [MOST_EXAMINED]],
  ['many streams', { prefixes: ['a'.repeat(101)] }, [MOST_EXAMINED]],
  ['many streams and a type', { prefixes: ['a'.repeat(101)], types: ['b'] }, [MOST_EXAMINED]],
  ['streams and types', { streams: ['a', 'bb'], types: ['ccc'] }, [MOST_EXAMINED, MOST_EXAMINED]],
])('reads a bounded number of rows of a million for %s', (_what, conditions, most) => {
  const { source, read } = million();
  entryPage({ order: 'newest-first', limit: 10, recordedFrom: 0, after: 999_999, ...conditions }, source);
  expect(read.most).toEqual(most);
  expect(read.lookups).toBeLessThan(100);
});

it('reads no more than the page where nothing is asked', () => {
  const { source, read } = million();
  entryPage({ order: 'newest-first', limit: 2 }, source);
  expect(read).toEqual({ most: [3], lookups: 0 });
});

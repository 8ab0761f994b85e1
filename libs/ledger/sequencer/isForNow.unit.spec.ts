import { DatabaseSync } from '@photostructure/sqlite';
import { isForNow } from './isForNow';

function failing(sql: string): unknown {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('PRAGMA max_page_count = 2; CREATE TABLE t (x TEXT NOT NULL)');
    database.exec(sql);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
}

it('waits for room on a full disk', () => {
  expect(isForNow(failing(`INSERT INTO t VALUES (printf('%.9000c', 'x'))`))).toBe(true);
});

it.each([
  ['a broken rule of a table', 'INSERT INTO t VALUES (NULL)'],
  ['a statement that is none', 'INSERT INTO'],
])('does not wait for %s', (_what, sql) => {
  expect(isForNow(failing(sql))).toBe(false);
});

it('does not wait for an error of another kind', () => {
  expect(isForNow(new Error('disk full'))).toBe(false);
});

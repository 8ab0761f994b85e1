import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** A subject, and the entry that decided something about it. */
export type Deciding = readonly [about: number, why: number];

const byDay = (row: string): string => `${row}.seq < ?2 AND (?3 IS NULL OR ${row}.pub <= ?3)`;

/** A dispute of a fact that a moment sees, and no resolution of it: ?2 is the size, ?3 the public day or null. */
export const isDisputed = (fact: string): string =>
  `EXISTS (SELECT 1 FROM dispute d WHERE d.fact = ${fact} AND ${byDay('d')} AND NOT EXISTS (
     SELECT 1 FROM resolution r WHERE r.dispute = d.seq AND ${byDay('r')}))`;

/** Subject and entry in one number: JSON gives them to SQLite in one list, without a text to take apart for each. */
const ENTRIES = 2 ** 34;
const ABOUT = `j.value / ${ENTRIES}`;
const WHY = `j.value % ${ENTRIES}`;

/** Most entries are the first of their fact. Only the others are looked up, in an index that holds nothing else. */
export const DISPUTED_AMONG = `
  WITH asked AS MATERIALIZED (
    SELECT ${WHY} AS why, COALESCE((SELECT l.fact FROM link l INDEXED BY link_later
       WHERE l.about = ${ABOUT} AND l.seq = ${WHY} AND l.seq <> l.fact), ${WHY}) AS fact FROM json_each(?1) j)
  SELECT why, fact FROM asked WHERE ${isDisputed('asked.fact')}`;

/** Which of these entries decide by a fact that is disputed at the moment: entry to fact. */
export function disputedAmong(file: OpenFile, sight: Sight, deciding: readonly Deciding[]): Map<number, number> {
  if (!file.row('SELECT 1 FROM dispute LIMIT 1')) return new Map();
  const entries = deciding.flatMap(([about, why]) => (why < 0 ? [] : [about * ENTRIES + why]));
  return new Map(
    file.rows<[number, number]>(DISPUTED_AMONG, `[${entries.join()}]`, sight.size, sight.publicBy ?? null),
  );
}

import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** A subject, and the entry that decided something about it. */
export type Deciding = readonly [about: number, why: number];

const byDay = (row: string): string => `${row}.seq < ?2 AND (?3 IS NULL OR ${row}.pub <= ?3)`;

/** A dispute of a fact that a moment sees, and no resolution of it: ?2 is the size, ?3 the public day or null. */
export const isDisputed = (fact: string): string =>
  `EXISTS (SELECT 1 FROM dispute d WHERE d.fact = ${fact} AND ${byDay('d')} AND NOT EXISTS (
     SELECT 1 FROM resolution r WHERE r.dispute = d.seq AND ${byDay('r')}))`;

/** Which of these entries decide by a fact that is disputed at the moment: entry to fact. */
export function disputedAmong(file: OpenFile, sight: Sight, deciding: readonly Deciding[]): Map<number, number> {
  if (!file.row('SELECT 1 FROM dispute LIMIT 1')) return new Map();
  const rows = file.rows<[number, number]>(
    `SELECT l.seq, l.fact FROM json_each(?1) j JOIN link l ON l.about = j.value ->> 0 AND l.seq = j.value ->> 1
     WHERE ${isDisputed('l.fact')}`,
    JSON.stringify(deciding.filter(([, why]) => why >= 0)),
    sight.size,
    sight.publicBy ?? null,
  );
  return new Map(rows);
}

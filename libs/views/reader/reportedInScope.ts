import { TOPIC } from '../facts/topic';
import { SCOPE } from './asked';
import { effectiveAt } from './effectiveLinks';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { verdictsOfAll } from './verdicts';

/** ?3 is the size. Each entry's row has the count by size alone. */
const BY_SIZE = `
  COALESCE((SELECT reports FROM link WHERE about = s.id AND seq < ?3 ORDER BY seq DESC LIMIT 1), 0) > 0`;

/** Under a public limit it is looked for among the rows: ?3 is the size, ?4 the public day. */
const byDay = (effective: string): string => `
  EXISTS (SELECT 1 FROM link l WHERE l.about = s.id AND l.topic = ${TOPIC.epr} AND ${effective})`;

/** How many of the trusts in scope have any report about their EPR in effect, whatever day it speaks of. */
export function reportedInScope(file: OpenFile, sight: Sight): number {
  const { sql, values } = effectiveAt(sight);
  const has = sight.publicBy === undefined ? BY_SIZE : byDay(sql);
  const rows = file.rows<[number]>(
    `SELECT s.id FROM subject s WHERE s.kind = 'trust' AND ?1 = ?2 AND ${has}`,
    0,
    0,
    ...values,
  );
  const scopes = verdictsOfAll(file, SCOPE, sight);
  return rows.filter(([about]) => scopes.get(about)?.level === 'in').length;
}

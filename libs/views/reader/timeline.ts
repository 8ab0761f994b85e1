import { TOPIC } from '../facts/topic';
import type { FactView, Page } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, IN_ORDER, LATEST_FIRST, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** A trust's EPR facts and plans in the order of facts: those that may have happened by the end of the day. */
export function timeline(file: OpenFile, ledger: EntrySource, sight: Sight, about: number): FactView[] {
  const effective = effectiveAt(sight);
  const rows = file.rows<ShownRow>(
    `SELECT ${SHOWN} FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.epr} AND l.d_lo <= ?2 AND ${effective.sql}
     ORDER BY ${IN_ORDER}`,
    about,
    sight.day,
    ...effective.values,
  );
  return factViews(file, ledger, sight, rows);
}

/** For ?2 the day: EPR facts of all trusts that had certainly happened by its end. */
const HAPPENED = `FROM link l WHERE l.topic = ${TOPIC.epr} AND ?1 = 0 AND l.d_hi <= ?2`;
export const milestonesSql = (sight: Sight): string =>
  `SELECT ${SHOWN}, l.about ${HAPPENED} AND ${effectiveAt(sight).sql} ORDER BY ${LATEST_FIRST} LIMIT ?5 OFFSET ?6`;

/** EPR facts of all trusts, the latest first. */
export function milestones(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  offset: number,
  limit: number,
): Page<FactView & { readonly about: number }> {
  const { size, publicBy, day } = sight;
  const rows = file.rows<[...ShownRow, number]>(milestonesSql(sight), 0, day, size, publicBy ?? null, limit, offset);
  const views = factViews(
    file,
    ledger,
    sight,
    rows.map(([seq, fact, content, lo, hi, pub]) => [seq, fact, content, lo, hi, pub]),
  );
  const effective = effectiveAt(sight);
  const total = file.row<[number]>(`SELECT count(*) ${HAPPENED} AND ${effective.sql}`, 0, day, ...effective.values);
  return {
    items: views.map((view, index) => ({ ...view, about: (rows[index] as [...ShownRow, number])[6] })),
    total: total?.[0] ?? 0,
  };
}

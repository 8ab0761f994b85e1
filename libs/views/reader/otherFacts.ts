import type { FactView, IcbView, Page } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { fromColumnText } from '../tables/columnText';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, IN_ORDER, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** Facts in effect about subjects of a kind, that may have happened by the end of the day; the newest public first. */
export function factsOfKind(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  kind: string,
  offset: number,
  limit: number,
): Page<FactView> {
  const effective = effectiveAt(sight);
  const rows = file.rows<ShownRow>(
    `SELECT ${SHOWN} FROM subject s JOIN link l ON l.about = s.id
     WHERE s.kind = ?1 AND l.d_lo <= ?2 AND ${effective.sql} ORDER BY l.pub DESC, l.seq DESC`,
    kind,
    sight.day,
    ...effective.values,
  );
  return { items: factViews(file, ledger, sight, rows.slice(offset, offset + limit)), total: rows.length };
}

/** Facts in effect about one subject, that may have happened by the end of the day. */
export function factsOfSubject(file: OpenFile, ledger: EntrySource, sight: Sight, about: number): FactView[] {
  const effective = effectiveAt(sight);
  const rows = file.rows<ShownRow>(
    `SELECT ${SHOWN} FROM link l WHERE l.about = ?1 AND l.d_lo <= ?2 AND ${effective.sql} ORDER BY ${IN_ORDER}`,
    about,
    sight.day,
    ...effective.values,
  );
  return factViews(file, ledger, sight, rows);
}

/** The integrated care boards that the register holds at a moment, by code, with their names on the day. */
export function icbs(file: OpenFile, ledger: EntrySource, sight: Sight): IcbView[] {
  const boards = file.rows<[number, string]>(`SELECT id, name FROM subject WHERE kind = 'icb' ORDER BY name`);
  return boards.flatMap(([about, code]) => {
    const effective = effectiveAt(sight);
    const rows = file.rows<ShownRow>(
      `SELECT ${SHOWN} FROM link l WHERE l.about = ?1 AND ?2 = 0 AND ${effective.sql} ORDER BY ${IN_ORDER}`,
      about,
      0,
      ...effective.values,
    );
    return icbView(fromColumnText(code), factViews(file, ledger, sight, rows), sight);
  });
}

function icbView(code: string, facts: readonly FactView[], { day }: Sight): IcbView[] {
  const opening = facts.findLast(({ type }) => type === 'IcbOpened.v1');
  if (!opening) return [];
  const closing = facts.findLast(({ type }) => type === 'IcbClosed.v1');
  const renamed = facts.findLast(({ type, window }) => type === 'IcbRenamed.v1' && window.latest <= day);
  const { name, region, regionName } = opening.data as Record<'name' | 'region' | 'regionName', string>;
  return [
    {
      code,
      name: (renamed?.data['name'] as string | undefined) ?? name,
      region,
      regionName,
      opened: opening.window,
      closed: closing?.window,
    },
  ];
}

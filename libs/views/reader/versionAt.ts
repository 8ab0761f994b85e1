import type { FactType, FactVersion } from '@milepost/domain';
import { fromColumn } from '../tables/dayColumn';
import type { OpenFile } from './openFile';

type Row = [fact: number, type: number, earliest: number, latest: number, pub: number, data: string];

/** The version of a fact that an entry puts into effect for a subject, as a rule reads it; undefined where none does. */
export function versionAt(file: OpenFile, about: number, sequence: number): FactVersion | undefined {
  const row = file.row<Row>(
    `SELECT l.fact, l.type, l.d_lo, l.d_hi, l.pub, c.data
     FROM link l JOIN link c ON c.about = l.about AND c.seq = l.content AND c.data IS NOT NULL
     WHERE l.about = ?1 AND l.seq = ?2 AND l.shows = 1`,
    about,
    sequence,
  );
  if (!row) return undefined;
  const [fact, type, earliest, latest, publicOn, data] = row;
  return {
    sequence,
    fact: String(fact),
    type: file.words.text(type) as FactType,
    window: { earliest: fromColumn(earliest), latest: fromColumn(latest) },
    publicOn,
    data: JSON.parse(data) as Record<string, unknown>,
  };
}

import type { FactType, FactVersion } from '@milepost/domain';
import type { Topic } from '../facts/topic';
import { fromColumn } from '../tables/dayColumn';
import { effectiveAt } from './effectiveLinks';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

type Row = [seq: number, fact: number, type: number, earliest: number, latest: number, pub: number, data: string];

/** Of a link `l` that puts a version into effect: the version as a rule reads it, where a rule reads its type. */
export const READ_VERSIONS = `SELECT l.seq, l.fact, l.type, l.d_lo, l.d_hi, l.pub, c.data
     FROM link l JOIN link c ON c.about = l.about AND c.seq = l.content AND c.data IS NOT NULL`;

/** The versions that a statement beginning with READ_VERSIONS finds. */
export function versionsBy(file: OpenFile, sql: string, ...values: number[]): FactVersion[] {
  return file.rows<Row>(sql, ...values).map(([sequence, fact, type, earliest, latest, publicOn, data]) => ({
    sequence,
    fact: String(fact),
    type: file.words.text(type) as FactType,
    window: { earliest: fromColumn(earliest), latest: fromColumn(latest) },
    publicOn,
    data: JSON.parse(data) as Record<string, unknown>,
  }));
}

/** The facts of a topic that rules read, as in effect for one subject at a moment. */
export function effectiveFacts(file: OpenFile, sight: Sight, about: number, topic: Topic): FactVersion[] {
  const effective = effectiveAt(sight);
  const sql = `${READ_VERSIONS} WHERE l.about = ?1 AND l.topic = ?2 AND ${effective.sql}`;
  return versionsBy(file, sql, about, topic, ...effective.values);
}

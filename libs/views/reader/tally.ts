import type { Day } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import { fromColumn } from '../tables/dayColumn';
import { effectiveAt } from './effectiveLinks';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** How many facts about a subject are in effect at a moment, whatever day they speak of; `reports` are those about its EPR. */
export interface Tally {
  readonly facts: number;
  readonly reports: number;
  /** No fact about its EPR that the moment sees has come to a later day, so that none is looked for beyond. */
  readonly reach: Day;
}

/** By size alone, each entry's row has the count; under a public limit it is taken from the rows. */
export function tallyOf(file: OpenFile, sight: Sight, about: number): Tally {
  if (sight.publicBy === undefined) {
    const row = file.row<[number, number, number]>(
      'SELECT facts, reports, reach FROM link WHERE about = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
      about,
      sight.size,
    );
    return { facts: row?.[0] ?? 0, reports: row?.[1] ?? 0, reach: row ? fromColumn(row[2]) : -Infinity };
  }
  const effective = effectiveAt(sight);
  const count = (topics: string): number =>
    file.row<[number]>(
      `SELECT count(*) FROM link l WHERE l.about = ?1 AND ?2 = 0 AND ${topics} AND ${effective.sql}`,
      about,
      0,
      ...effective.values,
    )?.[0] ?? 0;
  return { facts: count(`l.topic <= ${TOPIC.other}`), reports: count(`l.topic = ${TOPIC.epr}`), reach: Infinity };
}

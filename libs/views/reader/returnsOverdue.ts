import type { Day } from '@milepost/domain';
import { lifeCycleOrder, NOT_KNOWN } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import type { ReturnLevel, ReturnsOverdue } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { FIRST_DAY, LAST_DAY } from '../tables/dayColumn';
import { NAME, SCOPE } from './asked';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, LATEST_FIRST, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { codesOfTrusts } from './trustCodes';
import { byName } from './trustNames';
import { verdictsOfAll } from './verdicts';

/** No other type of fact has this place among the facts of a trust's EPR. */
const RETURNED = lifeCycleOrder('EprStateReported.v1');

/**
 * Which trusts counted on the day have given no return as at a day from `since` on, by name. It reads each trust's returns
 * of that period, and the last one of those listed.
 */
export function returnsOverdue(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  since: Day,
  offset: number,
  limit: number,
): ReturnsOverdue {
  const codes = codesOfTrusts(file);
  const scopes = verdictsOfAll(file, SCOPE, sight);
  const names = verdictsOfAll(file, NAME, sight);
  const counted = [...codes].filter(([about]) => scopes.get(about)?.level === 'in');
  const stands = counted.map(([about, ods]) => {
    const name = names.get(about)?.level ?? NOT_KNOWN;
    return { about, ods, name: name === NOT_KNOWN ? ods : name, level: levelOf(file, sight, about, since) };
  });
  const overdue = stands.filter(({ level }) => level !== 'given').sort(byName);
  const are = (level: ReturnLevel): number => stands.filter((one) => one.level === level).length;
  return {
    since,
    counted: stands.length,
    given: are('given'),
    notKnown: are('not-known'),
    none: are('none'),
    received: [...codes.keys()].some((about) => hasAny(file, sight, about)),
    overdue: overdue.slice(offset, offset + limit).map(({ about, ods, name, level }) => {
      const row = last(file, sight, about);
      return { ods, name, level, last: row && factViews(file, ledger, sight, [row])[0] };
    }),
  };
}

/** A return counts from the first to the last day that it may be as at; where that begins before the period, it is not known. */
function levelOf(file: OpenFile, sight: Sight, about: number, since: Day): ReturnLevel {
  const effective = effectiveAt(sight);
  const rows = file.rows<[earliest: number, latest: number]>(
    `SELECT l.d_lo, l.d_hi FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.epr} AND l.rank = ${RETURNED}
       AND l.d_lo <= ?2 AND ${effective.sql} AND l.d_hi >= ?${3 + effective.values.length}`,
    about,
    sight.day,
    ...effective.values,
    since,
  );
  if (rows.some(([earliest, latest]) => earliest >= since && latest <= sight.day)) return 'given';
  return rows.length > 0 ? 'not-known' : 'none';
}

/** The last return that was certainly as at a day by the day asked about. */
function last(file: OpenFile, sight: Sight, about: number): ShownRow | undefined {
  const effective = effectiveAt(sight);
  return file.row<ShownRow>(
    `SELECT ${SHOWN} FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.epr} AND l.rank = ${RETURNED} AND l.d_hi <= ?2
       AND ${effective.sql} ORDER BY ${LATEST_FIRST} LIMIT 1`,
    about,
    Math.max(FIRST_DAY + 1, Math.min(sight.day, LAST_DAY - 1)),
    ...effective.values,
  );
}

/** Whether any return can be seen that may be as at a day by the one asked about. */
function hasAny(file: OpenFile, sight: Sight, about: number): boolean {
  const effective = effectiveAt(sight);
  const found = file.row<[number]>(
    `SELECT 1 FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.epr} AND l.rank = ${RETURNED} AND l.d_lo <= ?2
       AND ${effective.sql} LIMIT 1`,
    about,
    sight.day,
    ...effective.values,
  );
  return found !== undefined;
}

import type { TrustRegistered, Window } from '@milepost/domain';
import { lifeCycleOrder } from '@milepost/domain';
import { fromColumn } from '../tables/dayColumn';
import { effectiveAt } from './effectiveLinks';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

const REGISTERED = lifeCycleOrder('TrustRegistered.v1');
const CLOSED = lifeCycleOrder('TrustClosed.v1');

/** Opening or closing of a trust as in effect at a moment. */
interface LifeFact {
  readonly content: number;
  readonly window: Window;
}

type Row = [content: number, earliest: number, latest: number];

/** For ?1 subject, ?2 rank: the last in the order of facts of the openings, or closings, in effect. */
export function lifeFactSql(sight: Sight): string {
  return `SELECT l.content, l.d_lo, l.d_hi FROM link l INDEXED BY life
    WHERE l.about = ?1 AND l.rank = ?2 AND l.rank IN (0, 6) AND l.topic = 0 AND ${effectiveAt(sight).sql}
    ORDER BY l.d_hi DESC, l.d_lo DESC, l.seq DESC LIMIT 1`;
}

function lifeFact(file: OpenFile, sight: Sight, about: number, rank: number): LifeFact | undefined {
  const row = file.row<Row>(lifeFactSql(sight), about, rank, ...effectiveAt(sight).values);
  return row && { content: row[0], window: { earliest: fromColumn(row[1]), latest: fromColumn(row[2]) } };
}

/** What the register says of a trust's life at a moment. */
export interface Registration extends TrustRegistered {
  readonly opened: Window;
  readonly closed: Window | undefined;
}

/** Undefined where the moment sees no registration of the trust: then it is not in the register. */
export function registrationOf(file: OpenFile, sight: Sight, about: number): Registration | undefined {
  const opening = lifeFact(file, sight, about, REGISTERED);
  if (!opening) return undefined;
  const content = file.row<[string]>('SELECT data FROM link WHERE about = ? AND seq = ?', about, opening.content);
  if (!content) throw new RangeError(`The views hold no content of entry ${opening.content}; build them again.`);
  const data = JSON.parse(content[0]) as TrustRegistered;
  return { ...data, opened: opening.window, closed: lifeFact(file, sight, about, CLOSED)?.window };
}

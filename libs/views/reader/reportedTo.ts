import type { Day } from '@milepost/domain';
import { parseDay, reportedBy } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import { fromColumn, LAST_DAY, toColumn } from '../tables/dayColumn';
import { effectiveAt } from './effectiveLinks';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';
import { tallyOf } from './tally';

/** The latest fact nearly always decides; those announced ahead of their day are what others are read for. */
const AT_ONCE = 4;

/** The kind of fact that a source names when it says that it is complete for the EPR of trusts. */
const EPR_KIND = 'epr';

/** Up to which day a source is complete for the EPR of a trust; -Infinity where none says so. */
type Completeness = (about: number) => Day;

/**
 * Up to which day each trust's EPR is reported, as a moment sees it: the last day that a fact about it shows, or its source
 * says that it is complete to. One of these is made for a question, and looks at each trust once.
 */
export class ReportedTo {
  private readonly days = new Map<number, Day>();
  private readonly completeTo: Completeness;

  constructor(
    private readonly file: OpenFile,
    private readonly sight: Sight,
  ) {
    this.completeTo = completeness(file, sight);
  }

  of(about: number): Day {
    const known = this.days.get(about);
    if (known !== undefined) return known;
    const day = Math.max(lastShown(this.file, this.sight, about), this.completeTo(about));
    this.days.set(about, day);
    return day;
  }
}

function lastShown(file: OpenFile, sight: Sight, about: number): Day {
  const { reports, reach } = tallyOf(file, sight, about);
  const effective = effectiveAt(sight);
  let last = -Infinity;
  for (let read = 0; reports > 0; read += AT_ONCE) {
    const rows = file.rows<[latest: number, pub: number]>(
      `SELECT l.d_hi, l.pub FROM link l WHERE l.about = ?1 AND l.topic = ${TOPIC.epr} AND l.d_hi <= ?2 AND ${effective.sql}
       ORDER BY l.d_hi DESC, l.d_lo DESC, l.rank DESC, l.seq DESC LIMIT ${AT_ONCE} OFFSET ${read}`,
      about,
      toColumn(Math.min(reach, LAST_DAY - 1)),
      ...effective.values,
    );
    for (const [latest, pub] of rows) {
      if (latest <= last) return last;
      last = Math.max(last, reportedBy({ earliest: -Infinity, latest: fromColumn(latest) }, pub));
    }
    if (rows.length < AT_ONCE) return last;
  }
  return last;
}

function completeness(file: OpenFile, sight: Sight): Completeness {
  const effective = effectiveAt(sight);
  const rows = file.rows<[data: string, pub: number]>(
    `SELECT c.data, l.pub FROM subject s JOIN link l ON l.about = s.id JOIN link c ON c.about = l.about AND c.seq = l.content
     WHERE s.kind = 'source' AND l.type = ?1 AND ?2 = 0 AND ${effective.sql}`,
    file.words.idOf('SourceCompleteTo.v1') ?? -1,
    0,
    ...effective.values,
  );
  let all = -Infinity;
  const some = new Map<number, Day>();
  for (const [text, pub] of rows) {
    const said = JSON.parse(text) as { kinds: string[]; trusts?: string[]; completeTo: string };
    if (!said.kinds.includes(EPR_KIND)) continue;
    const day = Math.min(parseDay(said.completeTo) ?? -Infinity, pub);
    if (!said.trusts) all = Math.max(all, day);
    for (const id of said.trusts ?? []) {
      const about = file.subjects.idOf({ kind: 'trust', id });
      if (about !== undefined) some.set(about, Math.max(day, some.get(about) ?? -Infinity));
    }
  }
  return (about) => Math.max(all, some.get(about) ?? -Infinity);
}

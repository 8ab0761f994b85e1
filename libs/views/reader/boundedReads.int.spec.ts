import { join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { openLedgerReader, sequenceInto } from '@milepost/ledger';
import { generateEvents } from '../../../test/generator/generateEvents';
import { openForReading } from '../tables/openViewsFile';
import { Random } from '../testing/random';
import { temporaryFolder } from '../testing/temporaryFolder';
import { rebuildViews } from '../rebuild/rebuildViews';
import { DISPUTED_AMONG } from './disputed';
import { effectiveAt } from './effectiveLinks';
import { ONE_PROFILE } from './profiles';
import { LAST_CORRECTION, LAST_STATED } from './movementClues';
import { lifeFactSql } from './registration';
import { sightOf } from './sight';
import { milestonesSql } from './timeline';
import { ALL_VERDICTS, ONE_VERDICT } from './verdicts';

const TRUSTS = 40;
const DAYS = [16_436, 20_726] as const;
const SIZES = [2_000, 40_000] as const;
const MOMENTS = 60;

/** Views over a generated programme of some size. */
function viewsOver(folder: string, events: number): DatabaseSyncInstance {
  const file = join(folder, `ledger-${events}.sqlite`);
  const views = join(folder, `views-${events}`);
  sequenceInto(file, 'generated', [[...generateEvents({ seed: 3, trusts: TRUSTS, events })]]);
  const reader = openLedgerReader(file);
  const { name } = rebuildViews(reader, views);
  reader.close();
  return openForReading(join(views, name));
}

const planOf = (db: DatabaseSyncInstance, sql: string): string[] =>
  (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail);

describe('questions read a bounded number of rows', () => {
  const folder = temporaryFolder();
  const files = new Map<number, DatabaseSyncInstance>();
  beforeAll(() => {
    for (const events of SIZES) files.set(events, viewsOver(folder.path, events));
  }, 120_000);
  afterAll(() => {
    for (const db of files.values()) db.close();
    folder.remove();
  });
  const small = (): DatabaseSyncInstance => files.get(SIZES[0]) as DatabaseSyncInstance;
  const moment = { asOf: 19_000, size: 1_000 };

  it('a verdict of every trust by seeks in the spans of its rule alone', () => {
    for (const sql of [ALL_VERDICTS, ONE_VERDICT]) {
      const plan = planOf(small(), sql).filter((detail) => detail.includes('span_'));
      expect(plan).toEqual([
        expect.stringMatching(/^SEARCH span_open USING PRIMARY KEY \(rule=\? AND axis=\? AND about=\? AND d0<\?\)/),
        expect.stringMatching(/^SEARCH span_closed USING PRIMARY KEY \(rule=\? AND axis=\? AND about=\? AND k1>\?\)/),
      ]);
    }
  });

  it('disputes, openings, profiles and milestones by the indexes made for them, without a scan', () => {
    const recorded = sightOf({ ...moment, publicBy: undefined });
    const publicly = sightOf({ ...moment, publicBy: 19_500 });
    const plans = [
      DISPUTED_AMONG,
      ONE_PROFILE,
      ...[recorded, publicly].flatMap((sight) => [lifeFactSql(sight), milestonesSql(sight)]),
      `SELECT 1 FROM link l WHERE l.about = ?1 AND l.topic = ?2 AND ${effectiveAt(publicly).sql}`,
    ].flatMap((sql) => planOf(small(), sql));
    expect(plans.filter((detail) => /^SCAN (?!j\b|asked$|\(subquery|\d)/.test(detail))).toEqual([]);
    expect(plans.filter((detail) => detail.includes('link_chain'))).toHaveLength(3);
    expect(plans.filter((detail) => detail.includes('COVERING INDEX link_later'))).toHaveLength(1);
    expect(plans.filter((detail) => detail.includes('milestone'))).toHaveLength(2);
  });

  it('what decided a move by seeks among one trust’s entries between two moments', () => {
    const [correction = '', stated = ''] = [LAST_CORRECTION, LAST_STATED].map((sql) => planOf(small(), sql).join());
    expect(correction).toMatch(/^SEARCH l USING INDEX link_later \(about=\? AND seq>\? AND seq<\?\)/);
    expect(stated).toMatch(/^SEARCH l USING PRIMARY KEY \(about=\? AND seq>\? AND seq<\?\)/);
  });

  it('as many at twenty times the history: spans stepped over for the verdicts of all trusts', () => {
    const [few, many] = SIZES.map((events) => steppedOn(files.get(events) as DatabaseSyncInstance, events));
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThan(Math.max(4 * TRUSTS, 3 * (few as number)));
  });
});

/** Closed spans looked at for `epr-live@1` of all trusts, on average over random moments. */
function steppedOn(db: DatabaseSyncInstance, events: number): number {
  const random = new Random(11);
  let stepped = 0;
  db.function('stepped', () => {
    stepped += 1;
    return 1;
  });
  const rule = (db.prepare(`SELECT id FROM word WHERE text = 'epr-live@1'`).get() as { id: number }).id;
  const verdicts = db.prepare(ALL_VERDICTS.replace('AND k1 >= ?4', 'AND k1 >= ?4 AND stepped()'));
  for (let n = 0; n < MOMENTS; n += 1) verdicts.all(rule, 0, random.int(...DAYS), random.int(0, events));
  return stepped / MOMENTS;
}

import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { EntrySource } from '../reading/entrySource';
import type { RuleViewDefinition } from '../spans/ruleViewDefinition';
import { openForBuilding } from '../tables/openViewsFile';
import { QUESTION_INDEXES } from '../tables/schema';
import { nextViewsName } from '../writer/viewsFolder';
import { VIEW_VERSIONS, ViewSet } from '../writer/viewSet';
import { evaluateRules } from './evaluateRules';
import { readAhead } from './readAhead';

/** Fewer entries are read sooner than a thread has begun. */
const WORTH_A_THREAD = 20_000;

export interface BuiltViews {
  /** Name of the new file, which nothing points to yet. */
  readonly name: string;
  /** Entries that are in it. */
  readonly size: number;
}

export interface BuildOptions {
  /** How many entries to take; by default all. */
  readonly size?: number | undefined;
  /** From how many entries on threads help; another number only in a test. */
  readonly fewest?: number | undefined;
  readonly ruleViews?: readonly RuleViewDefinition[] | undefined;
}

/**
 * Builds all views from nothing into a new file beside the old one: without journal and syncs, since it is thrown away
 * unless it is finished. Facts are read in one scan; then the rules go through each subject's facts once. Throws
 * CannotApply where a view fails on an entry: the views in use stay in use.
 */
export function buildViews(source: EntrySource, folder: string, options: BuildOptions = {}): BuiltViews {
  const name = nextViewsName(folder);
  const path = join(folder, name);
  const size = options.size ?? source.head().size;
  const mayHelp = size >= (options.fewest ?? WORTH_A_THREAD);
  const db = openForBuilding(path);
  try {
    const views = new ViewSet(db, source, options.ruleViews);
    db.exec('BEGIN');
    for (const readings of readAhead(source, size, mayHelp)) views.feedAll(readings);
    for (const view of views.fed.values()) view.finish();
    db.exec('COMMIT');
    evaluateRules(views, path, size, mayHelp && options.ruleViews === undefined);
    db.exec('BEGIN');
    for (const [view, version] of Object.entries(VIEW_VERSIONS)) {
      views.checkpoints.put({ view, version, next: size, halted: undefined });
    }
    db.exec(`COMMIT; ${QUESTION_INDEXES}`);
  } finally {
    db.close();
  }
  sync(path);
  return { name, size };
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

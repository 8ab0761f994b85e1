import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { EntrySource } from '../reading/entrySource';
import { readPage } from '../reading/readPage';
import type { RuleViewDefinition } from '../spans/ruleView';
import { openForBuilding } from '../tables/openViewsFile';
import { QUESTION_INDEXES } from '../tables/schema';
import { nextViewsName } from '../writer/viewsFolder';
import { VIEW_VERSIONS, ViewSet } from '../writer/viewSet';

const PAGE = 1_000;

export interface BuiltViews {
  /** Name of the new file, which nothing points to yet. */
  readonly name: string;
  /** Entries that are in it. */
  readonly size: number;
}

export interface BuildOptions {
  /** How many entries to take; by default all. */
  readonly size?: number | undefined;
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
  const db = openForBuilding(path);
  try {
    const views = new ViewSet(db, source, options.ruleViews);
    db.exec('BEGIN');
    for (let from = 0; from < size; from += PAGE) {
      views.feedAll(readPage(source, from, Math.min(PAGE, size - from)));
    }
    for (const view of views.fed.values()) view.finish();
    const subjects = views.touchedSince(0);
    for (const view of views.ruled.values()) view.apply(subjects, 0, size);
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

import { join } from 'node:path';
import { setImmediate as afterOthers } from 'node:timers/promises';
import { buildViews } from '../rebuild/buildViews';
import type { EntrySource } from '../reading/entrySource';
import { readPage } from '../reading/readPage';
import { CannotApply } from '../spans/cannotApply';
import type { RuleViewDefinition } from '../spans/ruleViewDefinition';
import type { Checkpoint } from '../tables/checkpoints';
import { openForWriting } from '../tables/openViewsFile';
import type { FedView } from './feed';
import { feed } from './feed';
import { isOfThisVersion } from './isOfThisVersion';
import { currentViews, removeOtherViews, switchViews } from './viewsFolder';
import { ViewSet } from './viewSet';

/** Entries a transaction; many more where the views are far behind, so that each subject is taken up less often. */
const PAGE = 1_000;
const FAR_BEHIND = 10_000;

export interface ViewsWriterOptions {
  /** Told after each transaction. */
  readonly onProgress?: (checkpoints: readonly Checkpoint[]) => void;
  /** The views that evaluate rules; another list only in a test. */
  readonly ruleViews?: readonly RuleViewDefinition[];
}

/**
 * The one writer of a ledger's views. Each transaction holds a run of entries and each view's checkpoint behind it, so
 * that it can be killed anywhere and goes on as if it had not been. A view whose rule fails on an entry halts before it,
 * with its number and reason, and keeps its checkpoint; the others go on.
 */
export class ViewsWriter {
  private views: ViewSet;

  /**
   * Opens the folder's views, and makes them where there are none or where they are of other versions.
   * Halted views are tried again: a restart is how a mended rule arrives.
   */
  constructor(
    private readonly folder: string,
    private readonly source: EntrySource,
    private readonly options: ViewsWriterOptions = {},
  ) {
    const current = currentViews(folder);
    const name = current !== undefined && isOfThisVersion(join(folder, current)) ? current : this.build();
    this.views = this.open(name);
    if (name !== current) switchViews(folder, name);
    removeOtherViews(folder);
    this.retry();
  }

  /** How far each view has come. */
  checkpoints(): readonly Checkpoint[] {
    return this.views.checkpoints.all();
  }

  /** How many entries were not read as what they claim to be, or claimed nothing known, by reason. */
  unread(): readonly { readonly reason: string; readonly entries: number }[] {
    const sql = 'SELECT reason, count(*) AS entries FROM unread GROUP BY reason ORDER BY reason';
    return this.views.db.prepare(sql).all() as { reason: string; entries: number }[];
  }

  /** Applies everything up to a size, by default all that the ledger holds; between transactions others get their turn. */
  async applyUpTo(size: number = this.source.head().size): Promise<void> {
    while (this.applyNext(size)) {
      this.options.onProgress?.(this.checkpoints());
      await afterOthers();
    }
  }

  /** Tries halted views again from where they stand, with the next call of `applyUpTo`. */
  retry(): void {
    for (const checkpoint of this.checkpoints()) {
      if (checkpoint.halted) this.views.checkpoints.put({ ...checkpoint, halted: undefined });
    }
  }

  /** Takes a file that was built beside this one, brings it up to the ledger's size, and puts it in use. */
  async adopt(name: string): Promise<void> {
    const old = this.views;
    this.views = this.open(name);
    await this.applyUpTo();
    switchViews(this.folder, name);
    old.db.close();
    removeOtherViews(this.folder);
  }

  close(): void {
    this.views.db.close();
  }

  /** Builds all at once; where a view fails on an entry, begins with nothing, so that it halts there and the others go on. */
  private build(): string {
    try {
      return buildViews(this.source, this.folder, { ruleViews: this.options.ruleViews }).name;
    } catch (error) {
      if (!(error instanceof CannotApply)) throw error;
      return buildViews(this.source, this.folder, { size: 0 }).name;
    }
  }

  private open(name: string): ViewSet {
    return new ViewSet(openForWriting(join(this.folder, name)), this.source, this.options.ruleViews);
  }

  /** One transaction: the views that are furthest behind, up to the next of the others. False where nothing is left to do. */
  private applyNext(size: number): boolean {
    const checkpoints = this.checkpoints();
    const facts = checkpoints.find(({ view }) => view === 'facts') as Checkpoint;
    const active = checkpoints.filter(
      (checkpoint) => !checkpoint.halted && checkpoint.next < this.limitOf(checkpoint, facts, size),
    );
    if (active.length === 0) return false;
    const from = Math.min(...active.map(({ next }) => next));
    const stops = [size, ...checkpoints.map(({ next }) => next)].filter((stop) => stop > from && stop <= size);
    const most = size - from > FAR_BEHIND ? FAR_BEHIND : PAGE;
    const to = Math.min(from + most, ...stops);
    this.transaction(
      active.filter(({ next }) => next === from),
      from,
      to,
    );
    return true;
  }

  /** Views that evaluate rules read what the facts view has written, so none runs ahead of it. */
  private limitOf({ view }: Checkpoint, facts: Checkpoint, size: number): number {
    return this.views.ruled.has(view) && facts.halted ? Math.min(size, facts.next) : size;
  }

  private transaction(checkpoints: readonly Checkpoint[], from: number, to: number): void {
    const { views } = this;
    views.db.exec('BEGIN IMMEDIATE');
    try {
      this.source.snapshot(() => this.apply(checkpoints, from, to));
      views.db.exec('COMMIT');
    } catch (error) {
      views.db.exec('ROLLBACK');
      views.forget();
      throw error;
    }
  }

  private apply(checkpoints: readonly Checkpoint[], from: number, to: number): void {
    const { views } = this;
    const fed = checkpoints.filter(({ view }) => views.fed.has(view));
    const readings = fed.length === 0 ? [] : readPage(this.source, from, to - from);
    let reached = to;
    for (const checkpoint of fed) {
      const end = attempt(views, checkpoint, to, (past) => {
        const view = views.fed.get(checkpoint.view) as FedView;
        feed(view, readings, past);
        view.finish();
      });
      if (checkpoint.view === 'facts') reached = end;
    }
    for (const checkpoint of checkpoints.filter(({ view }) => views.ruled.has(view))) {
      const touched = views.touchedSince(from);
      attempt(views, checkpoint, reached, (past) => views.ruled.get(checkpoint.view)?.apply(touched, from, past));
    }
  }
}

/**
 * Lets a view apply entries up to `to` or, where it fails on one of them, up to that one, and writes its checkpoint.
 * Whatever a failed try wrote is taken back first. Gives where the view came to stand.
 */
function attempt(views: ViewSet, checkpoint: Checkpoint, to: number, run: (past: number) => void): number {
  const { view, version, next } = checkpoint;
  let past = to;
  let halted: Checkpoint['halted'];
  while (past > next) {
    views.db.exec('SAVEPOINT view');
    try {
      run(past);
      views.db.exec('RELEASE view');
      break;
    } catch (error) {
      if (!(error instanceof CannotApply)) throw error;
      views.db.exec('ROLLBACK TO view; RELEASE view');
      views.forget();
      past = Math.max(next, Math.min(error.sequence, past - 1));
      halted = { sequence: past, reason: error.message };
    }
  }
  views.checkpoints.put({ view, version, next: past, halted });
  return past;
}

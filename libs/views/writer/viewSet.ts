import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { AssessmentsView } from '../assessments/assessmentsView';
import { FactsView } from '../facts/factsView';
import type { EntrySource } from '../reading/entrySource';
import type { Reading } from '../reading/reading';
import { eprView } from '../spans/eprView';
import { registerView } from '../spans/registerView';
import { RuleView } from '../spans/ruleView';
import type { RuleViewDefinition } from '../spans/ruleViewDefinition';
import { Checkpoints } from '../tables/checkpoints';
import { Subjects } from '../tables/subjects';
import { Words } from '../tables/words';
import type { FedView } from './feed';
import { feedOne } from './feed';

/** Every view that evaluates rules. */
export const RULE_VIEWS: readonly RuleViewDefinition[] = [registerView, eprView];

/** Name and version of every view. A file that holds other versions is built anew. */
export const VIEW_VERSIONS: Readonly<Record<string, string>> = {
  facts: '1',
  assessments: '1',
  ...Object.fromEntries(RULE_VIEWS.map(({ name, version }) => [name, version])),
};

/** All views over one file, and what they share. */
export class ViewSet {
  readonly words: Words;
  readonly subjects: Subjects;
  readonly checkpoints: Checkpoints;
  readonly fed: ReadonlyMap<string, FedView>;
  readonly ruled: ReadonlyMap<string, RuleView>;
  private readonly touched: StatementSyncInstance;

  constructor(
    readonly db: DatabaseSyncInstance,
    source: EntrySource,
    definitions: readonly RuleViewDefinition[] = RULE_VIEWS,
  ) {
    this.words = new Words(db);
    this.subjects = new Subjects(db);
    this.checkpoints = new Checkpoints(db);
    this.fed = new Map<string, FedView>([
      ['facts', new FactsView(db, this.words, this.subjects, source)],
      ['assessments', new AssessmentsView(db, this.words, this.subjects)],
    ]);
    this.ruled = new Map(definitions.map((definition) => [definition.name, new RuleView(db, this.words, definition)]));
    this.touched = db.prepare(`SELECT id FROM subject WHERE kind = 'trust' AND last >= ? ORDER BY id`);
    this.touched.setReturnArrays(true);
  }

  /** Feeds entries to all views at once. Throws CannotApply; the caller takes everything back. */
  feedAll(readings: readonly Reading[]): void {
    const views = [...this.fed.values()];
    for (const reading of readings) for (const view of views) feedOne(view, reading);
  }

  /** Trusts of which an entry from `from` on says something. */
  touchedSince(from: number): number[] {
    return (this.touched.all(from) as [number][]).map(([id]) => id);
  }

  /** After a transaction was taken back: nothing that it wrote is remembered. */
  forget(): void {
    for (const view of [...this.fed.values(), ...this.ruled.values()]) view.forget();
    this.words.forget();
    this.subjects.forget();
  }
}

import { join } from 'node:path';
import { HelperThread } from '../threads/helperThread';
import type { ViewSet } from '../writer/viewSet';
import type { EvaluatedSubject, RulesTask } from './rulesThread';
import type { Turns } from './turns';
import { nextTurn, turnsOver } from './turns';

const THREAD = join(__dirname, 'rulesThread.js');
/** Subjects a transaction. While one is written to the file no other thread can read it. */
const BATCH = 32;

/**
 * Evaluates all rules over each subject of a file that holds its facts and nothing else; where a thread can help, the two
 * take turns. A subject that the thread took and did not give, whatever became of it, is evaluated here in the end: so a
 * rule's failure is thrown as if there were no thread. Throws CannotApply.
 */
export function evaluateRules(views: ViewSet, path: string, size: number, mayHelp: boolean): void {
  const turns = turnsOver(views.touchedSince(0));
  const thread = mayHelp ? rulesThread({ path, size, turns }) : undefined;
  try {
    const left = new Set(turns.subjects);
    inBatches(views, withHelp(turns, thread), (one) => {
      if (typeof one === 'number') evaluate(views, one, size);
      else put(views, one);
      left.delete(typeof one === 'number' ? one : one.about);
    });
    inBatches(views, left, (about) => evaluate(views, about, size));
  } finally {
    thread?.end();
  }
}

function rulesThread(task: RulesTask): HelperThread<EvaluatedSubject> | undefined {
  return HelperThread.canRun(THREAD) ? new HelperThread(THREAD, task) : undefined;
}

/** Subjects whose turn it is here, and between them what the thread has evaluated. */
function* withHelp(
  turns: Turns,
  thread: HelperThread<EvaluatedSubject> | undefined,
): Generator<number | EvaluatedSubject> {
  for (let about = nextTurn(turns); about !== undefined; about = nextTurn(turns)) {
    yield about;
    for (let given = thread?.ready(); given; given = thread?.ready()) yield given;
  }
  for (let given = thread?.next(); given; given = thread?.next()) yield given;
}

function inBatches<T>({ db, ruled }: ViewSet, items: Iterable<T>, apply: (item: T) => void): void {
  let count = 0;
  db.exec('BEGIN');
  for (const item of items) {
    apply(item);
    count += 1;
    if (count % BATCH === 0) db.exec('COMMIT; BEGIN');
  }
  for (const view of ruled.values()) view.finish();
  db.exec('COMMIT');
}

function evaluate({ ruled }: ViewSet, about: number, size: number): void {
  for (const view of ruled.values()) view.evaluate(about, size);
}

function put({ ruled }: ViewSet, { about, views }: EvaluatedSubject): void {
  [...ruled.values()].forEach((view, index) => view.put(about, views[index] ?? []));
}

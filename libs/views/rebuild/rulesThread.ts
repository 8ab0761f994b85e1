import { workerData } from 'node:worker_threads';
import { Histories } from '../spans/histories';
import type { SubjectSpans } from '../spans/subjectSpans';
import { subjectSpans } from '../spans/subjectSpans';
import { openForReading } from '../tables/openViewsFile';
import { Words } from '../tables/words';
import { giveAll } from '../threads/giveAll';
import type { HandoverTask } from '../threads/helperThread';
import { RULE_VIEWS } from '../writer/viewSet';
import type { Turns } from './turns';
import { nextTurn } from './turns';

/** Over which subjects, in a file whose facts are complete, rules are to be evaluated beside the thread that writes it. */
export interface RulesTask {
  readonly path: string;
  /** Only entries before this one are heard. */
  readonly size: number;
  readonly turns: Turns;
}

/** What each view of rules says of a subject, in the order of the views. */
export interface EvaluatedSubject {
  readonly about: number;
  readonly views: readonly (readonly SubjectSpans[])[];
}

function* evaluated({ path, size, turns }: RulesTask): Generator<EvaluatedSubject> {
  const db = openForReading(path);
  try {
    const histories = new Histories(db, new Words(db));
    for (let about = nextTurn(turns); about !== undefined; about = nextTurn(turns)) {
      const subject = about;
      yield { about, views: RULE_VIEWS.map((view) => subjectSpans(histories, view, subject, size)) };
    }
  } finally {
    db.close();
  }
}

const task = workerData as RulesTask & HandoverTask;
giveAll(task, evaluated(task));

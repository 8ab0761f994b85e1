import { TOPIC } from '../facts/topic';
import type { AssessmentView } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, IN_ORDER, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

type Row = [
  ...shown: ShownRow,
  ...said: [framework: number, version: number, setting: number, assurance: number, restated: number, scores: string],
];

/** A trust's assessments in effect, in the order of facts: those whose period may have begun by the end of the day. */
export function assessmentViews(file: OpenFile, ledger: EntrySource, sight: Sight, about: number): AssessmentView[] {
  const effective = effectiveAt(sight);
  const rows = file.rows<Row>(
    `SELECT ${SHOWN}, a.framework, a.version, a.setting, a.assurance, a.restated, a.scores
     FROM link l JOIN assessment a ON a.about = l.about AND a.seq = l.content
     WHERE l.about = ?1 AND l.topic = ${TOPIC.assessment} AND l.d_lo <= ?2 AND ${effective.sql} ORDER BY ${IN_ORDER}`,
    about,
    sight.day,
    ...effective.values,
  );
  const facts = factViews(
    file,
    ledger,
    sight,
    rows.map(([seq, fact, content, lo, hi, pub]) => [seq, fact, content, lo, hi, pub]),
  );
  return facts.map((fact, index) => {
    const [framework, version, setting, assurance, restated, scores] = (rows[index] as Row).slice(6) as [
      ...[number, number, number, number, number],
      string,
    ];
    return {
      fact,
      framework: file.words.text(framework),
      frameworkVersion: file.words.text(version),
      careSetting: file.words.text(setting),
      scores: JSON.parse(scores) as Record<string, number>,
      assurance: file.words.text(assurance),
      restated: restated === 1,
    };
  });
}

import type { CapabilityAssessed } from '@milepost/domain';
import { TOPIC } from '../facts/topic';
import type { AssessmentView } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { effectiveAt } from './effectiveLinks';
import type { ShownRow } from './factViews';
import { factViews, IN_ORDER, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** A trust's assessments in effect, in the order of facts: those whose period may have begun by the end of the day. */
export function assessmentViews(file: OpenFile, ledger: EntrySource, sight: Sight, about: number): AssessmentView[] {
  const effective = effectiveAt(sight);
  const rows = file.rows<ShownRow>(
    `SELECT ${SHOWN} FROM link l JOIN assessment a ON a.about = l.about AND a.seq = l.content
     WHERE l.about = ?1 AND l.topic = ${TOPIC.assessment} AND l.d_lo <= ?2 AND ${effective.sql} ORDER BY ${IN_ORDER}`,
    about,
    sight.day,
    ...effective.values,
  );
  return factViews(file, ledger, sight, rows).map((fact) => {
    const { framework, frameworkVersion, careSetting, scores, assurance, restated } =
      fact.data as unknown as CapabilityAssessed;
    return { fact, framework, frameworkVersion, careSetting, scores, assurance, restated: restated === true };
  });
}

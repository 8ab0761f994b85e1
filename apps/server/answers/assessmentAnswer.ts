import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import type { AssessmentView } from '@milepost/views';
import { FactAnswer, factAnswer } from './factAnswer';
import { Members } from './schemaParts';

export const AssessmentAnswer = Members({
  framework: Type.String(),
  frameworkVersion: Type.String(),
  careSetting: Type.String(),
  scores: Type.Record(Type.String(), Type.Number()),
  assurance: Type.String(),
  /** Scores restated in a later publication: they decide no standing of the earlier time. */
  restated: Type.Boolean(),
  fact: FactAnswer,
});

export function assessmentAnswer(view: AssessmentView): Static<typeof AssessmentAnswer> {
  return {
    framework: view.framework,
    frameworkVersion: view.frameworkVersion,
    careSetting: view.careSetting,
    scores: { ...view.scores },
    assurance: view.assurance,
    restated: view.restated,
    fact: factAnswer(view.fact),
  };
}

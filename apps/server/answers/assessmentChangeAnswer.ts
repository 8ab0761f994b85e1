import { Type } from '@sinclair/typebox';
import type { Static } from '@sinclair/typebox';
import { formatDay } from '@milepost/domain';
import { changeInAssessments } from '@milepost/views';
import type { AssessmentChange } from '@milepost/views';
import { DayText, Members } from './schemaParts';
import { table } from './tables';

const counts = {
  /** Returns with a score in both versions. */
  returns: Type.Integer({ minimum: 0 }),
  rose: Type.Integer({ minimum: 0 }),
  fell: Type.Integer({ minimum: 0 }),
  level: Type.Integer({ minimum: 0 }),
};
const SpreadAnswer = Members(
  {
    version: Type.String(),
    restated: Type.Boolean(),
    ...{ least: Type.Number(), lower: Type.Number(), median: Type.Number() },
    ...{ upper: Type.Number(), greatest: Type.Number() },
  },
  'Unrounded. Quartiles lie between neighbouring scores (type 7 of Hyndman and Fan).',
);
const CareSettingAnswer = Members({
  careSetting: Type.String(),
  ...counts,
  earlier: SpreadAnswer,
  later: SpreadAnswer,
});

export const AssessmentChangeAnswer = Members(
  {
    ...{ definition: Type.String(), framework: Type.String(), measure: Type.String() },
    ...{ earlier: Type.String(), later: Type.String() },
    ...counts,
    /** Returns that only one of the two versions has. */
    unpaired: Type.Integer({ minimum: 0 }),
    /** The day on which the last of the scores was public. */
    publicOn: DayText,
    careSettings: Type.Array(CareSettingAnswer, { description: 'Most returns first, as many by name.' }),
  },
  'A return is a trust and a care setting.',
);

export function assessmentChangeAnswer(change: AssessmentChange): Static<typeof AssessmentChangeAnswer> {
  const { returns, rose, fell, level, careSettings } = changeInAssessments(change);
  const { definition, framework, measure, earlier, later, unpaired } = change;
  return {
    ...{ definition, framework, measure, earlier, later, returns, rose, fell, level, unpaired },
    publicOn: formatDay(change.publicOn),
    careSettings: [...careSettings],
  };
}

/** A row a care setting. */
export const assessmentChangeTable = table<Static<typeof CareSettingAnswer>>({
  careSetting: ({ careSetting }) => careSetting,
  returns: ({ returns }) => returns,
  rose: ({ rose }) => rose,
  fell: ({ fell }) => fell,
  level: ({ level }) => level,
  earlierVersion: ({ earlier }) => earlier.version,
  earlierRestated: ({ earlier }) => earlier.restated,
  earlierLeast: ({ earlier }) => earlier.least,
  earlierLower: ({ earlier }) => earlier.lower,
  earlierMedian: ({ earlier }) => earlier.median,
  earlierUpper: ({ earlier }) => earlier.upper,
  earlierGreatest: ({ earlier }) => earlier.greatest,
  laterVersion: ({ later }) => later.version,
  laterRestated: ({ later }) => later.restated,
  laterLeast: ({ later }) => later.least,
  laterLower: ({ later }) => later.lower,
  laterMedian: ({ later }) => later.median,
  laterUpper: ({ later }) => later.upper,
  laterGreatest: ({ later }) => later.greatest,
});

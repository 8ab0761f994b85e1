import { ASSURANCES, CARE_SETTINGS, FRAMEWORKS } from '@milepost/domain';
import { objectMember, textMember } from '../format/eventMembers';
import type { EventData } from '../format/eventMembers';
import { slugInWords } from '../format/slugInWords';
import type { Field } from './field';
import { choiceField } from './fields/choiceField';
import { scoresField } from './fields/scoresField';
import type { ScoredMeasure } from './fields/scoresField';
import { sourceField } from './fields/sourceField';
import { statusesField } from './fields/statusesField';
import { textField } from './fields/textField';
import { whenField } from './fields/whenField';
import type { FormFields } from './formFields';

const ASSURANCE_WORDS: Readonly<Record<string, string>> = {
  self_assessed: 'Self-assessed',
  peer_reviewed: 'Peer reviewed',
  regional_review: 'Reviewed by the region',
  icb_review: 'Reviewed by the integrated care board',
  independent: 'Assessed independently',
  not_known: 'Not known',
};

/** EMRAM has the same measure whatever the year of its criteria. */
const ANY_YEAR = '2000';

/** What is asked about an assessment, by its framework and version. */
export function assessmentFields(data: EventData, besides: readonly Field[]): FormFields {
  const framework = textMember(data, 'framework') ?? '';
  const version = textMember(data, 'frameworkVersion');
  return {
    fields: [
      ...(framework === 'DMA' ? [] : [versionField(framework)]),
      choiceField({
        member: 'careSetting',
        label: 'Which care setting was assessed?',
        short: 'Care setting',
        required: 'Select which care setting was assessed',
        choices: CARE_SETTINGS.map((setting) => ({ value: setting, text: slugInWords(setting) })),
      }),
      framework === 'DCF' ? statusesField : scoresField(framework, measuresOf(framework, version, data)),
      whenField({ prefix: 'occurred', label: 'When was it assessed?', what: 'when it was assessed' }),
      choiceField({
        member: 'assurance',
        label: 'How was it assured?',
        short: 'Assurance',
        required: 'Select how it was assured',
        choices: ASSURANCES.map((assurance) => ({
          value: assurance,
          text: ASSURANCE_WORDS[assurance] ?? slugInWords(assurance),
        })),
      }),
      textField({
        member: 'signedOffBy',
        label: 'Who signed it off',
        hint: 'A role or a body, never a person’s name.',
      }),
      sourceField,
      ...besides,
    ],
    more: [textField({ member: 'note', label: 'Note', long: true })],
  };
}

function versionField(framework: string): Field {
  const emram = framework === 'EMRAM';
  return textField({
    member: 'frameworkVersion',
    label: emram ? 'Year of the criteria' : 'Version of the framework',
    required: emram ? 'Enter the year of the criteria' : 'Enter the version of the framework',
    ...(emram ? { width: 4, hint: 'For example, 2022' } : { width: 10 }),
    form: emram
      ? { pattern: /^\d{4}$/, otherwise: 'Year of the criteria must include 4 numbers' }
      : {
          pattern: /^[A-Za-z0-9.]{1,20}$/,
          otherwise: 'Version of the framework must be 20 letters, numbers or full stops at most',
        },
  });
}

/** The version's measures, and any others that an assessment recorded elsewhere has scores for. */
function measuresOf(framework: string, version: string | undefined, data: EventData): readonly ScoredMeasure[] {
  const known = FRAMEWORKS[framework]?.measuresOf(version ?? ANY_YEAR) ?? [];
  const others = Object.keys(objectMember(data, 'scores') ?? {}).filter((id) => !known.some((one) => one.id === id));
  return [...known, ...others.map((id) => ({ id, label: slugInWords(id) }))];
}

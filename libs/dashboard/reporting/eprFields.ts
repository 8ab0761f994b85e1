import { CARE_SETTINGS, EPR_STATES, RATINGS } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import { eprStateInWords } from '../format/eprStateInWords';
import { slugInWords } from '../format/slugInWords';
import type { Field } from './field';
import { choiceField } from './fields/choiceField';
import { deploymentField } from './fields/deploymentField';
import type { KnownSystem } from './fields/deploymentField';
import { linesField } from './fields/linesField';
import { poundsField } from './fields/numberField';
import { severalField } from './fields/severalField';
import { sourceField } from './fields/sourceField';
import { textField } from './fields/textField';
import { whenField } from './fields/whenField';
import type { FormFields } from './formFields';

/** What a type of fact about an EPR is asked beside what all of them are. */
interface EprType {
  /** When it was true, as a question, and within a sentence. */
  readonly when: readonly [question: string, what: string];
  readonly own?: readonly Field[];
  /** Whether it can be about the trust as a whole. */
  readonly wholeTrust?: boolean;
}

const extent = choiceField({
  member: 'extent',
  label: 'How much of it is in use?',
  short: 'In use',
  choices: [
    { value: 'full', text: 'All of it', hint: 'Everywhere that it was meant to be used.' },
    { value: 'partial', text: 'Part of it', hint: 'At some sites, or some of its functions.' },
  ],
});
const value = poundsField('valueGbpMillions', 'Value of the contract');
const ratings = RATINGS.map((rating) => ({ value: rating, text: slugInWords(rating) }));

const EPR_FIELDS: Readonly<Partial<Record<FactType, EprType>>> = {
  'EprBusinessCaseApproved.v1': {
    when: ['When was it approved?', 'when it was approved'],
    own: [
      choiceField({
        member: 'stage',
        label: 'Which business case was approved?',
        short: 'Business case',
        required: 'Select which business case was approved',
        choices: [
          { value: 'strategic_outline', text: 'Strategic outline case' },
          { value: 'outline', text: 'Outline business case' },
          { value: 'full', text: 'Full business case' },
        ],
      }),
    ],
  },
  'EprProcurementStarted.v1': { when: ['When did the procurement start?', 'when the procurement started'] },
  'EprContractAwarded.v1': {
    when: ['When was it awarded or announced?', 'when it was awarded or announced'],
    own: [
      choiceField({
        member: 'stage',
        label: 'How far is the award?',
        short: 'Award',
        required: 'Select how far the award is',
        choices: [
          { value: 'announced', text: 'Announced', hint: 'A supplier was named. The award may still be open.' },
          { value: 'awarded', text: 'Awarded' },
        ],
      }),
      value,
    ],
  },
  'EprContractSigned.v1': { when: ['When was it signed?', 'when it was signed'], own: [value] },
  'EprContractExpired.v1': { when: ['When did it expire?', 'when it expired'] },
  'EprImplementationStarted.v1': { when: ['When did the implementation start?', 'when the implementation started'] },
  'EprPlanPublished.v1': { when: ['When was the plan published?', 'when the plan was published'] },
  'EprGoLivePlanned.v1': {
    when: ['When was this plan made?', 'when the plan was made'],
    own: [
      whenField({
        prefix: 'planned',
        label: 'When is the go-live planned for?',
        what: 'when the go-live is planned for',
      }),
    ],
  },
  'EprGoLivePostponed.v1': {
    when: ['When was it postponed?', 'when it was postponed'],
    own: [
      whenField({
        prefix: 'planned',
        label: 'When is the go-live planned for now?',
        what: 'when the go-live is planned for now',
        none: 'No new date was given',
      }),
    ],
  },
  'EprWentLive.v1': { when: ['When did it go live?', 'when it went live'], own: [extent] },
  'EprUseSuspended.v1': { when: ['When was its use suspended?', 'when its use was suspended'] },
  'EprUseResumed.v1': { when: ['When was its use resumed?', 'when its use was resumed'], own: [extent] },
  'EprWithdrawn.v1': { when: ['When was it withdrawn from use?', 'when it was withdrawn from use'] },
  'EprStateReported.v1': {
    when: ['As at which day is this the state?', 'the day of this state'],
    wholeTrust: true,
    own: [
      choiceField({
        member: 'state',
        label: 'What was the state on that day?',
        short: 'State',
        hint: 'The furthest step that the system had reached. It says nothing about when that step began.',
        required: 'Select the state on that day',
        choices: EPR_STATES.map((state) => ({
          value: state,
          text: state === 'none' ? 'No EPR' : eprStateInWords(state),
        })),
      }),
      textField({ member: 'return', label: 'Name of the return', hint: 'If this stood in one.', width: 20 }),
      textField({ member: 'reportedBy', label: 'Who made it', hint: 'A role or a body, never a person’s name.' }),
    ],
  },
  'EprProgrammeRated.v1': {
    when: ['When was it rated?', 'when it was rated'],
    own: [
      choiceField({ member: 'rating', label: 'Rating', required: 'Select the rating', choices: ratings }),
      choiceField({
        member: 'previousRating',
        label: 'Rating before that',
        choices: ratings,
        none: 'None, or not known',
      }),
      textField({ member: 'ratedBy', label: 'Who rated it', hint: 'A role or a body, never a person’s name.' }),
    ],
  },
  'IncidentReported.v1': { when: ['When did it happen?', 'when it happened'], wholeTrust: true },
};

/** What is asked about a fact of an EPR's life; undefined for any other type. `besides`: what is asked at the end. */
export function eprFields(
  type: FactType,
  systems: readonly KnownSystem[],
  besides: readonly Field[],
): FormFields | undefined {
  const epr = EPR_FIELDS[type];
  if (epr === undefined) return undefined;
  const { when, own = [], wholeTrust = false } = epr;
  const occurred = whenField({ prefix: 'occurred', label: when[0], what: when[1] });
  return {
    fields: [deploymentField(systems, wholeTrust), ...SYSTEM, ...own, occurred, reason, sourceField, ...besides],
    more: MORE,
  };
}

const reason = textField({
  member: 'reason',
  label: 'Reason',
  hint: 'Needed only if steps before this one were passed over, or if it begins again. For example, it joined another trust’s contract.',
  long: true,
});

const SYSTEM: readonly Field[] = [
  textField({ member: 'product', label: 'Product', hint: 'As its source names it.', width: 20 }),
  textField({ member: 'supplier', label: 'Supplier', width: 20 }),
];

const MORE: readonly Field[] = [
  textField({
    member: 'productSupplier',
    label: 'Product or supplier',
    hint: 'If the source does not tell them apart.',
    width: 20,
  }),
  textField({ member: 'replaces', input: 'replacesSystem', label: 'System that it replaces', width: 20 }),
  severalField('careSettings', 'Care settings', CARE_SETTINGS),
  linesField({ member: 'sites', label: 'Sites', hint: 'One a line.' }),
  linesField({ member: 'modules', label: 'Modules', hint: 'One a line.' }),
  textField({ member: 'detail', label: 'Detail', long: true }),
  textField({
    member: 'note',
    label: 'Note',
    hint: 'About this entry, such as how its source is to be read.',
    long: true,
  }),
];

import { Problem } from '@milepost/platform';
import type { FormCommand } from '../desk';
import { factInWords } from '../format/eventInWords';
import type { EventData } from '../format/eventMembers';
import type { FormVisit } from '../forms/formVisit';
import { followed } from '../pages/followed';
import { doneAlready } from './doneAlready';
import { factFields, systemsOf } from './factFields';
import type { FactNow } from './factNow';
import { publicField } from './fields/publicField';
import { textField } from './fields/textField';
import { inputsOfFields, targetIn, writeFields } from './formFields';
import type { FormFields } from './formFields';
import type { FormKind } from './formKind';
import { mustBeAbleTo } from './mayWrite';
import type { FormAction } from './mayWrite';
import { answersOf } from './reportKind';
import { retracted } from './retracted';
import { recordedBy, sidesOf } from './sides';

/** What can be said of a fact by form, beside correcting it: the end of the form's address, and what it asks. */
export const MARKS = {
  retract: asked(
    textField({
      member: 'reason',
      input: 'why',
      label: 'Why is this entry wrong?',
      short: 'Reason',
      hint: 'Anyone can read this beside the entry.',
      required: 'Enter why this entry is wrong',
      long: true,
    }),
    publicField('When did this become public?', 'Today, with this retraction'),
  ),
  reinstate: asked(
    textField({
      member: 'reason',
      input: 'why',
      label: 'Why is this entry right after all?',
      short: 'Reason',
      hint: 'Anyone can read this beside the entry.',
      required: 'Enter why this entry is right after all',
      long: true,
    }),
    publicField('When did this become public?', 'Today, with this reinstatement'),
  ),
  dispute: asked(
    textField({
      member: 'grounds',
      label: 'Why do you dispute this entry?',
      short: 'Grounds',
      hint: 'Anyone can read this beside the entry. Say what you know instead, and where it can be read.',
      required: 'Enter why you dispute this entry',
      long: true,
    }),
    publicField('When did this dispute become public?', 'Today, with this dispute'),
  ),
  settle: asked(
    textField({
      member: 'outcome',
      label: 'What came of this dispute?',
      short: 'Outcome',
      hint: 'Anyone can read this beside the dispute. Say what was found, and where it can be read.',
      required: 'Enter what came of this dispute',
      long: true,
    }),
    publicField('When did this outcome become public?', 'Today, with this outcome'),
  ),
} satisfies Readonly<Record<string, FormFields>>;
export type Mark = keyof typeof MARKS;

function asked(...fields: FormFields['fields']): FormFields {
  return { fields, more: [] };
}

export const markInputs = (mark: Mark): readonly string[] => inputsOfFields(MARKS[mark]);

/** The form that takes a fact back. @throws Problem 403 */
export function retractionKind(visit: FormVisit, fact: FactNow): FormKind {
  return {
    ...markKind(visit, fact, 'retract', 'correct', (said, replaces) => ({
      fact: fact.id,
      mark: 'retraction',
      body: { ...said, replaces },
    })),
    title: 'Retract this entry',
    intro: [
      'A retraction says that the entry was recorded in error, and that nothing takes its place. It stays readable in the record, and counts for nothing from now on.',
      'If something about it is right, correct it instead.',
    ],
    check: {
      title: 'Check your answers before you retract this entry',
      warning: 'From now on the entry counts for nothing.',
      button: 'Retract this entry',
    },
    closed: retracted(visit, fact),
    versions: versionsOf(visit, fact, {
      text: 'You can retract what is in effect now, or leave it as it is.',
      button: 'Go on and retract it',
    }),
  };
}

/** The form that brings a fact back that was taken back. @throws Problem 403 */
export function reinstatementKind(visit: FormVisit, fact: FactNow): FormKind {
  const { last } = fact;
  return {
    ...markKind(visit, fact, 'reinstate', 'correct', (said, replaces) => ({
      fact: fact.id,
      mark: 'reinstatement',
      body: { ...said, replaces },
    })),
    title: 'Reinstate this entry',
    intro: [
      `It was retracted ${recordedBy(visit.context.reader(), last)}. ${last.reason === undefined ? 'No reason was given.' : `The reason given: ${last.reason}`}`,
      'A reinstatement brings the entry back as it was when it was retracted. It counts again from now on, and the retraction stays readable in the record.',
      'If something about it is wrong, reinstate it first and then correct it.',
    ],
    check: {
      title: 'Check your answers before you reinstate this entry',
      warning: 'From now on the entry counts again, as it was when it was retracted.',
      button: 'Reinstate this entry',
    },
    closed: fact.isRetracted
      ? undefined
      : doneAlready(visit, fact, last, {
          slug: 'fact-not-retracted',
          title: 'This entry is in effect',
          how: 'What is in effect now was recorded',
          so: 'so there is nothing to reinstate',
          entry: 'what is in effect',
        }),
    versions: versionsOf(visit, fact, {
      text: 'It was retracted again since you began. You can reinstate it as it is now, or leave it retracted.',
      button: 'Go on and reinstate it',
    }),
  };
}

/** The form that disputes a fact. @throws Problem 403 */
export function disputeKind(visit: FormVisit, fact: FactNow): FormKind {
  return {
    ...markKind(visit, fact, 'dispute', 'dispute', (body) => ({ fact: fact.id, mark: 'dispute', body })),
    title: 'Dispute this entry',
    intro: [
      'A disputed entry goes on counting, and every figure that uses it says how many of its entries are disputed, until the programme office settles the dispute.',
    ],
    check: {
      title: 'Check your answers before you dispute this entry',
      warning: 'Your dispute is public at once, and stays in the record.',
      button: 'Dispute this entry',
    },
    closed: retracted(visit, fact),
  };
}

/** The form that says what came of a dispute. @throws Problem 403, 404 */
export function settlementKind(visit: FormVisit, fact: FactNow, id: string): FormKind {
  const { byId, settledBy } = followed(fact.chain);
  const dispute = byId.get(id);
  if (dispute?.storedType !== 'FactDisputed.v1') throw unknownDispute();
  const { context } = visit;
  const kind = markKind(visit, fact, 'settle', 'resolve-dispute', (said) => ({
    fact: fact.id,
    mark: 'resolution',
    body: { ...said, dispute: id },
  }));
  const settlement = settledBy.get(id);
  return {
    ...kind,
    title: 'Settle this dispute',
    action: `${context.basePath}/facts/${fact.id}/disputes/${id}/settle`,
    back: { text: 'Back', href: `${context.basePath}/entries/${dispute.sequence}` },
    intro: [
      `The entry was disputed ${recordedBy(context.reader(), dispute)}, in entry ${dispute.sequence}. ${dispute.reason === undefined ? 'No grounds were given.' : `The grounds given: ${dispute.reason}`}`,
      'Settling a dispute says what came of it, and figures no longer say that the entry is disputed. It changes nothing about the entry: where the dispute was right, correct or retract the entry as well.',
    ],
    check: {
      title: 'Check your answers before you settle this dispute',
      warning: 'The outcome is public at once, and stays in the record.',
      button: 'Settle this dispute',
    },
    closed:
      settlement &&
      doneAlready(visit, fact, settlement, {
        slug: 'dispute-already-resolved',
        title: 'This dispute was settled',
        how: 'It was settled',
        so: 'so there is nothing to settle',
        entry: 'the outcome',
      }),
  };
}

/**
 * What the forms of all marks share.
 * @param command what is sent: from what was said, and the version that it was said of
 */
function markKind(
  visit: FormVisit,
  fact: FactNow,
  mark: Mark,
  action: FormAction,
  command: (said: EventData, version: string) => FormCommand,
): Omit<FormKind, 'title' | 'intro' | 'check' | 'closed' | 'versions'> {
  const { questions, moment, context } = visit;
  const trust = fact.ods === undefined ? undefined : questions.trust(moment, fact.ods);
  mustBeAbleTo(visit, action, fact.ods, trust?.name ?? 'the programme');
  const { last } = fact;
  const form = MARKS[mark];
  return {
    caption: [factInWords(fact.type, last.data), trust?.name].filter(Boolean).join(', '),
    action: `${context.basePath}/facts/${fact.id}/${mark}`,
    back: { text: 'Back', href: `${context.basePath}/entries/${last.sequence}` },
    form,
    first: { version: last.eventId },
    command(typed) {
      const { members, faults } = writeFields(form, typed);
      return faults.length > 0 ? { faults } : { command: command(members, typed['version'] ?? last.eventId) };
    },
    target: (pointer, typed) => targetIn(form, pointer, typed),
    answers: (typed) => answersOf(form, typed),
  };
}

/** The version that a form was opened for beside the one that stands. */
function versionsOf(
  { questions, moment, context }: FormVisit,
  { type, ods, versions, last }: FactNow,
  goOn: NonNullable<FormKind['versions']>['goOn'],
): NonNullable<FormKind['versions']> {
  const trust = ods === undefined ? undefined : questions.trust(moment, ods);
  const compared = factFields(type, last.data, systemsOf(trust), []) ?? { fields: [], more: [] };
  return {
    now: last.eventId,
    sides(typed) {
      const seen = versions.find(({ eventId }) => eventId === typed['version']) ?? last;
      return sidesOf(compared, context.reader(), { seen, now: last, typed: undefined });
    },
    goOn,
  };
}

function unknownDispute(): Problem {
  return new Problem({
    slug: 'unknown-dispute',
    title: 'No such dispute',
    status: 404,
    detail: 'There is no dispute of this entry under that address. Find the entry on its trust’s page.',
  });
}

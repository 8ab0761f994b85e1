import { factInWords } from '../format/eventInWords';
import type { FormVisit } from '../forms/formVisit';
import { factFields, systemsOf } from './factFields';
import type { FactNow } from './factNow';
import { publicField } from './fields/publicField';
import { textField } from './fields/textField';
import { targetIn, writeFields } from './formFields';
import type { FormFields } from './formFields';
import type { FormKind } from './formKind';
import { mustBeAbleTo } from './mayWrite';
import { answersOf } from './reportKind';
import { retracted } from './retracted';
import { sidesOf } from './sides';

const RETRACTION: FormFields = {
  fields: [
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
  ],
  more: [],
};

const DISPUTE: FormFields = {
  fields: [
    textField({
      member: 'grounds',
      label: 'Why do you dispute this entry?',
      short: 'Grounds',
      hint: 'Anyone can read this beside the entry. Say what you know instead, and where it can be read.',
      required: 'Enter why you dispute this entry',
      long: true,
    }),
    publicField('When did this dispute become public?', 'Today, with this dispute'),
  ],
  more: [],
};

/** The form that takes a fact back. @throws Problem 403, 409 */
export function retractionKind(visit: FormVisit, fact: FactNow): FormKind {
  const shared = markKind(visit, fact, 'correct', RETRACTION);
  const { effective, form } = shared;
  const compared = factFields(fact.type, effective.data, systemsOf(shared.trust), []) ?? { fields: [], more: [] };
  return {
    ...shared.kind,
    title: 'Retract this entry',
    action: `${visit.context.basePath}/facts/${fact.id}/retract`,
    intro: [
      'A retraction says that the entry was recorded in error, and that nothing takes its place. It stays readable in the record, and counts for nothing from now on.',
      'If something about it is right, correct it instead.',
    ],
    first: { version: effective.eventId },
    check: {
      title: 'Check your answers before you retract this entry',
      warning: 'From now on the entry counts for nothing.',
      button: 'Retract this entry',
    },
    command(typed) {
      const { members, faults } = writeFields(form, typed);
      if (faults.length > 0) return { faults };
      const body = { ...members, replaces: typed['version'] ?? effective.eventId };
      return { command: { fact: fact.id, mark: 'retraction', body } };
    },
    versions: {
      now: effective.eventId,
      sides(typed) {
        const seen = fact.versions.find(({ eventId }) => eventId === typed['version']) ?? effective;
        return sidesOf(compared, visit.context.reader(), { seen, now: effective, typed: undefined });
      },
      restart: (typed) => ({ ...typed, version: effective.eventId }),
    },
  };
}

/** The form that disputes a fact. @throws Problem 403, 409 */
export function disputeKind(visit: FormVisit, fact: FactNow): FormKind {
  const { kind, form } = markKind(visit, fact, 'dispute', DISPUTE);
  return {
    ...kind,
    title: 'Dispute this entry',
    action: `${visit.context.basePath}/facts/${fact.id}/dispute`,
    intro: [
      'A disputed entry goes on counting, and every figure that uses it says how many of its entries are disputed, until the programme office settles the dispute.',
    ],
    check: {
      title: 'Check your answers before you dispute this entry',
      warning: 'Your dispute is public at once, and stays in the record.',
      button: 'Dispute this entry',
    },
    command(typed) {
      const { members, faults } = writeFields(form, typed);
      return faults.length > 0 ? { faults } : { command: { fact: fact.id, mark: 'dispute', body: members } };
    },
  };
}

/** Names of the inputs of the form of a mark. */
export const markInputs = (mark: 'retract' | 'dispute'): readonly string[] =>
  (mark === 'retract' ? RETRACTION : DISPUTE).fields.flatMap(({ inputs }) => inputs);

function markKind(visit: FormVisit, fact: FactNow, action: 'correct' | 'dispute', form: FormFields) {
  const { questions, moment, context } = visit;
  const trust = fact.ods === undefined ? undefined : questions.trust(moment, fact.ods);
  mustBeAbleTo(visit, action, fact.ods, trust?.name ?? 'the programme');
  const { effective } = fact;
  if (!effective) throw retracted(visit, fact);
  const kind = {
    caption: [factInWords(fact.type, effective.data), trust?.name].filter(Boolean).join(', '),
    back: { text: 'Back', href: `${context.basePath}/entries/${effective.sequence}` },
    form,
    first: {},
    target: ((pointer, typed) => targetIn(form, pointer, typed)) as FormKind['target'],
    answers: ((typed) => answersOf(form, typed)) as FormKind['answers'],
  };
  return { kind, form, effective, trust };
}

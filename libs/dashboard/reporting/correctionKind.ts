import { Problem } from '@milepost/platform';
import { factInWords } from '../format/eventInWords';
import type { EventData } from '../format/eventMembers';
import type { FormVisit } from '../forms/formVisit';
import type { Target } from './field';
import { factFields, systemsOf } from './factFields';
import type { FactNow } from './factNow';
import { publicField } from './fields/publicField';
import { textField } from './fields/textField';
import { allOf, fillFields, inputsOfFields, keptBeside, movedTo, targetIn, writeFields } from './formFields';
import type { FormFields } from './formFields';
import type { Answer, FormKind } from './formKind';
import { mustBeAbleTo } from './mayWrite';
import { answersOf } from './reportKind';
import { retracted } from './retracted';
import { sidesOf } from './sides';
import type { Typed } from './typed';

/** What a correction says of itself, beside the fact's data. */
const MARK: FormFields = {
  fields: [
    textField({
      member: 'reason',
      input: 'why',
      label: 'Why is this correction needed?',
      short: 'Reason for the correction',
      hint: 'Anyone can read this beside the correction.',
      required: 'Enter why this correction is needed',
      long: true,
    }),
    publicField('When did this correction become public?', 'Today, with this correction'),
  ],
  more: [],
};

/** Names of the inputs of a correction's form, whichever version of the fact it was opened for. */
export function correctionInputs(fact: FactNow): readonly string[] {
  const forms = fact.versions.map(({ data }) => factFields(fact.type, data, [], MARK.fields));
  return [...new Set(forms.flatMap((form) => (form ? inputsOfFields(form) : [])))];
}

/** The form that corrects a fact: its complete data again, prefilled with the version in effect. @throws Problem 403, 404 */
export function correctionKind(visit: FormVisit, fact: FactNow): FormKind {
  const { questions, moment, context } = visit;
  const trust = fact.ods === undefined ? undefined : questions.trust(moment, fact.ods);
  mustBeAbleTo(visit, 'correct', fact.ods, trust?.name ?? 'the programme');
  const { last } = fact;
  const now = last.data;
  const data = factFields(fact.type, now, systemsOf(trust), []);
  if (!data) throw noForm();
  const form: FormFields = { fields: [...data.fields, ...MARK.fields], more: data.more };
  const seenIn = (typed: Typed) => fact.versions.find(({ eventId }) => eventId === typed['version']) ?? last;
  // What the form does not ask stays as it is in the version that is replaced.
  const dataTyped = (typed: Typed): EventData => ({
    ...keptBeside(data, seenIn(typed).data),
    ...writeFields(data, typed).members,
  });
  return {
    title: 'Correct this entry',
    caption: [factInWords(fact.type, now), trust?.name].filter(Boolean).join(', '),
    action: `${context.basePath}/facts/${fact.id}/correct`,
    back: { text: 'Back', href: `${context.basePath}/entries/${last.sequence}` },
    intro: [
      'Change what is wrong and leave the rest. What is recorded now stays in the record beside your correction.',
    ],
    form,
    first: { ...fillFields(data, now), version: last.eventId },
    closed: retracted(visit, fact),
    check: {
      title: 'Check your correction before you send it',
      warning: 'Your correction is public at once, and stays in the record beside what it replaces.',
      button: 'Correct this entry',
    },
    command(typed) {
      const faults = [...writeFields(data, typed).faults, ...writeFields(MARK, typed).faults];
      if (faults.length > 0) return { faults };
      const mark = writeFields(MARK, typed).members;
      const body = { ...mark, replaces: typed['version'] ?? last.eventId, data: dataTyped(typed) };
      return { command: { fact: fact.id, mark: 'correction', body } };
    },
    target: (pointer, typed): Target | undefined =>
      pointer.startsWith('/data/')
        ? targetIn(data, pointer.slice('/data'.length), typed)
        : targetIn(MARK, pointer, typed),
    answers: (typed) => [...withBefore(data, answersOf(data, typed), seenIn(typed).data), ...answersOf(MARK, typed)],
    versions: {
      now: last.eventId,
      sides: (typed) => sidesOf(data, context.reader(), { seen: seenIn(typed), now: last, typed: dataTyped(typed) }),
      goOn: {
        text: 'You can go on with what you typed, which then replaces all that is recorded now. Or you can start again from what is recorded now, with your own changes put in.',
        button: 'Go on with what I typed',
      },
      restart: (typed) => ({ ...movedTo(data, typed, seenIn(typed).data, now), version: last.eventId }),
    },
  };
}

function withBefore(form: FormFields, answers: readonly Answer[], before: EventData): readonly Answer[] {
  return answers.map((answer) => {
    const lines =
      allOf(form)
        .find(({ id }) => id === answer.control)
        ?.answer(before) ?? [];
    const changed = lines.join('\n') !== answer.lines.join('\n');
    return changed ? { ...answer, before: lines.join(', ') || 'Not given' } : answer;
  });
}

function noForm(): Problem {
  return new Problem({
    slug: 'no-form',
    title: 'There is no form for this kind of entry',
    status: 404,
    detail:
      'Milestones, plans, states and assessments can be corrected here. Any other entry is corrected through the interface for programs (API). It can be disputed or retracted here.',
  });
}

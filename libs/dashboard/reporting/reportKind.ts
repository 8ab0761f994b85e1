import { Problem } from '@milepost/platform';
import type { FormVisit } from '../forms/formVisit';
import { unknownTrust } from '../pages/unknownTrust';
import { factFields, systemsOf } from './factFields';
import { publicField } from './fields/publicField';
import { allOf, inputsOfFields, targetIn, writeFields } from './formFields';
import type { FormFields } from './formFields';
import type { FormKind } from './formKind';
import { mustBeAbleTo } from './mayWrite';
import { ACTIONS_OF, COMMAND_KINDS, REPORTS } from './reports';
import type { ReportType } from './reports';
import type { KnownSystem } from './fields/deploymentField';

const PUBLIC = publicField('When did this become public?', 'Today, with this report');

/** @throws Problem 404 where there is no form of that name */
export function reportType(slug: string): ReportType {
  const type = REPORTS.find((one) => one.slug === slug);
  if (type) return type;
  const detail = 'There is no report of that kind. Go to the trust’s page and choose what to report.';
  throw new Problem({ slug: 'not-found', title: 'Page not found', status: 404, detail });
}

/** Names of the inputs that any report's form has, so that what was typed survives a change of the type. */
export function reportInputs(): readonly string[] {
  return [...new Set(REPORTS.flatMap((type) => inputsOfFields(fieldsOf(type, []))))];
}

function fieldsOf({ factType, fixed }: ReportType, systems: readonly KnownSystem[]): FormFields {
  const fields = factFields(factType, fixed, systems, [PUBLIC]);
  if (fields === undefined) throw new Error(`${factType} has no form.`);
  return fields;
}

/** The form of one type of report about one trust. @throws Problem 403, 404 */
export function reportKind(visit: FormVisit, ods: string, slug: string): FormKind {
  const type = reportType(slug);
  const trust = visit.questions.trust(visit.moment, ods);
  if (!trust) throw unknownTrust(ods);
  mustBeAbleTo(visit, ACTIONS_OF[type.group], ods, trust.name);
  const form = fieldsOf(type, systemsOf(trust));
  const choose = `${visit.context.basePath}/trusts/${ods}/report`;
  return {
    title: `Report ${type.what}`,
    caption: trust.name,
    action: `${choose}/${slug}`,
    back: { text: 'Back', href: type.group === 'state' ? choose : `${choose}?what=${type.group}` },
    intro: [],
    form,
    first: { public: '' },
    check: {
      title: 'Check your answers before you report this',
      warning:
        'What you report is public at once, and stays in the record. It can be corrected or retracted later, but not deleted.',
      button: 'Report this',
    },
    retype: { label: 'What you report', text: type.text, action: choose, slug },
    command(typed) {
      const { members, faults } = writeFields(form, typed);
      if (faults.length > 0) return { faults };
      return { command: { ods, kind: COMMAND_KINDS[type.group], body: { ...type.fixed, ...members } } };
    },
    target: (pointer, typed) => targetIn(form, pointer, typed),
    answers: (typed) => answersOf(form, typed),
  };
}

/** The answers of the fields, those that few need only where they say something. */
export function answersOf(form: FormFields, typed: Parameters<FormKind['answers']>[0]) {
  const { members } = writeFields(form, typed);
  return allOf(form)
    .map((field) => ({ label: field.label, lines: field.answer(members), control: field.id, field }))
    .filter(({ lines, field }) => lines.length > 0 || form.fields.includes(field))
    .map(({ label, lines, control }) => ({ label, lines, control }));
}

import type { FormAnswer } from '../forms/forms';
import type { FormVisit } from '../forms/formVisit';
import { choosePage, isGroup } from './choosePages';
import { formView } from './formPages';
import { reportKind, reportType } from './reportKind';
import { REPORTS } from './reports';
import type { Typed } from './typed';

/** A step of the choice: on to the types of what was chosen, or to the form of a type, with whatever was typed before. */
export function answerChoice(visit: FormVisit, ods: string, typed: Typed): FormAnswer {
  const { step, what, type, slug } = typed;
  const base = `/trusts/${ods}/report`;
  // From the answers back to the types, to choose another.
  if (step === 'retype') return { view: choosePage(visit, ods, reportType(slug ?? '').group, undefined, typed) };
  if (type !== undefined) {
    if (typed['draft'] === undefined) return { to: `${base}/${reportType(type).slug}` };
    return { view: formView(visit, reportKind(visit, ods, type), typed) };
  }
  if (isGroup(what)) {
    const types = REPORTS.filter(({ group }) => group === what);
    return { to: types.length === 1 ? `${base}/${types[0]?.slug ?? ''}` : `${base}?what=${what}` };
  }
  const group = slug === undefined ? undefined : REPORTS.find((one) => one.slug === slug)?.group;
  const asked = isGroup(visit.query['what']) ? visit.query['what'] : group;
  const error = asked === undefined ? 'Select what you want to report' : 'Select the type of report';
  return { view: choosePage(visit, ods, asked, error, typed), status: 400 };
}

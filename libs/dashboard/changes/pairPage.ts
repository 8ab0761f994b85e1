import type { PageView } from '../pages/pageView';
import type { PairErrors, PairForm } from './pairForm';

/** The form of two positions with what is wrong in it. */
export function pairPage(form: PairForm, errors: PairErrors, home: string): PageView {
  return {
    template: 'pair.njk',
    title: 'Error: What changed',
    trail: [{ text: 'Milepost', href: home }],
    page: {
      form,
      messages: errors,
      errors: Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}Day` })),
    },
  };
}

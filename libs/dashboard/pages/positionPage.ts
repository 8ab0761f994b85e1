import type { MomentForm } from '../frame/momentForm';
import type { PageView } from './pageView';
import type { FormError } from './readPosition';

/** The form of the moment with what is wrong in it, everything typed still in place. */
export function positionPage(form: MomentForm, errors: readonly FormError[], home: string): PageView {
  return {
    template: 'position.njk',
    title: 'Error: Change the position',
    trail: [{ text: 'Milepost', href: home }],
    page: { form, errors },
  };
}

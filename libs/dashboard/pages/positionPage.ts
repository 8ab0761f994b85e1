import type { MomentForm } from '../frame/momentForm';
import type { PageView } from './pageView';
import type { PositionErrors } from './readPosition';

/** The form of the moment with what is wrong in it, everything typed still in place. */
export function positionPage(form: MomentForm, errors: PositionErrors, home: string): PageView {
  return {
    template: 'position.njk',
    title: 'Error: Change the position',
    trail: [{ text: 'Milepost', href: home }],
    page: { form, messages: errors, errors: listed(errors) },
  };
}

/** The messages in the order of the form, each leading to its first field. */
function listed({ on, publicBy, held }: PositionErrors): readonly { readonly text: string; readonly href: string }[] {
  return [
    ...(on === undefined ? [] : [{ text: on, href: '#onDay' }]),
    ...(publicBy === undefined ? [] : [{ text: publicBy, href: '#publicDay' }]),
    ...(held === undefined ? [] : [{ text: held, href: '#heldDay' }]),
  ];
}

import type { PageView } from '../pages/pageView';
import type { Typed } from './parseForm';

/** For a form that was sent by nobody signed in: what was typed waits here until they are. */
export function signedOutPage(action: string, signIn: string, typed: Typed): PageView {
  return {
    template: 'forms/signedOut.njk',
    title: 'You are signed out',
    trail: [],
    page: { action, signIn, fields: Object.entries(typed).map(([name, value]) => ({ name, value })) },
  };
}

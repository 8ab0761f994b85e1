import { randomBytes } from 'node:crypto';
import { csrfOf } from '@milepost/access';
import type { IncomingHttpHeaders } from 'node:http';
import { sameText } from '../forms/sameText';

const NAME = 'sign-in-form';
const HELD = new RegExp(`(?:^|; *)${NAME}=([A-Za-z0-9_-]{43})(?:;|$)`);

/** What ties the form of signing in to the browser that it was sent to, before there is a session to tie it to. */
export interface FormSeal {
  /** For the form's hidden field. */
  readonly csrf: string;
  /** `Set-Cookie`. */
  readonly cookie: string;
}

/** Without it another site could sign a browser in as somebody of its own choice, and what is then recorded would be theirs. */
export function sealForm({ cookie = '' }: IncomingHttpHeaders, path: string, isSecure: boolean): FormSeal {
  const value = HELD.exec(cookie)?.[1] ?? randomBytes(32).toString('base64url');
  const secure = isSecure ? '; Secure' : '';
  return { csrf: csrfOf(value), cookie: `${NAME}=${value}; Path=${path}; HttpOnly; SameSite=Lax${secure}` };
}

/** Whether a form that was sent carries what its browser's cookie says. */
export function isSealed({ cookie = '' }: IncomingHttpHeaders, csrf: string): boolean {
  const value = HELD.exec(cookie)?.[1];
  return value !== undefined && sameText(csrf, csrfOf(value));
}

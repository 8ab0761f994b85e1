import { createHmac } from 'node:crypto';

/**
 * What the forms of a session carry: made from the session's secret, so that nothing has to be kept beside it, and saying nothing
 * about it. Base64url.
 */
export function csrfOf(secret: string): string {
  return createHmac('sha256', secret).update('milepost form').digest('base64url');
}

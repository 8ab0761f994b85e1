import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser says that a form was sent from another site's page. `Sec-Fetch-Site` says so by itself wherever it comes,
 * which is over https and on this machine; else `Origin` is held against the host asked. `Origin: null` and silence say nothing:
 * the form's token decides then.
 * @param origin the address that people reach this server at, where it is configured
 */
export function fromElsewhere(headers: IncomingHttpHeaders, origin: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const from = headers.origin;
  if (from === undefined || from === 'null' || from === origin) return false;
  return !URL.canParse(from) || new URL(from).host !== headers.host?.toLowerCase();
}

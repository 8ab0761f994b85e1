/**
 * Headers of every page. Nothing but our own stylesheet, icon, scripts and forms, and our own answers: nothing inline, no frame,
 * no referrer to the sources that pages link to. To our own addresses there is one, since without it a browser hides from them
 * where a form was sent from (`Origin: null`).
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

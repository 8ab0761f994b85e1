/** The sign-in link with a code, whole, as it is sent to whom it is for. */
export function linkAddress(origin: string, basePath: string, code: string): string {
  return `${origin}${basePath}/sign-in?code=${encodeURIComponent(code)}`;
}

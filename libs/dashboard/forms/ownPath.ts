const NOWHERE = 'http://nowhere.invalid';

/** A path of our own below the base path, with its query; undefined where the text leads anywhere else, or is none. */
export function ownPath(text: string | undefined): string | undefined {
  // A browser reads \ as / and leaves out tabs and line ends, and // begins another host.
  if (text === undefined || text.length > 2000 || !/^\/(?!\/)[\x21-\x7e]*$/.test(text) || text.includes('\\'))
    return undefined;
  if (!URL.canParse(text, NOWHERE)) return undefined;
  const { origin, pathname, search } = new URL(text, NOWHERE);
  return origin === NOWHERE && !pathname.startsWith('//') ? pathname + search : undefined;
}

/** Abbreviations of U+0000 to U+001F by the Unicode Standard, "Names List". */
const NAMES = (
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI ' +
  'DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'
).split(' ');
const DELETE = 0x7f;

/** Tabs and ends of lines, LF or CR LF, are part of a text; any other control character is. */
const CONTROL = /(?!\r\n|[\t\n])\p{Cc}/u;

/**
 * The first control character of a text, as `U+0000 (NUL)`; undefined where there is none. Nothing shows them, and programs end
 * a text at one, ring a bell or move a cursor: no text that is recorded may hold one.
 */
export function controlCharacterIn(text: string): string | undefined {
  const code = CONTROL.exec(text)?.[0].charCodeAt(0);
  if (code === undefined) return undefined;
  const name = code === DELETE ? 'DEL' : NAMES[code];
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${name === undefined ? '' : ` (${name})`}`;
}

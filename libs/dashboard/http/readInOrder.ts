/** Control characters, and those that turn the direction of whatever follows: Unicode Standard Annex 9, explicit formatting. */
const TURNING = String.raw`(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]`;
/** Letters written from right to left, with what stands between them. */
const LEFTWARDS = String.raw`[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]`;
const LEFTWARDS_RUN = String.raw`${LEFTWARDS}+(?:[\s\p{P}]*${LEFTWARDS}+)*`;
/** Where text is written out as JSON, where it is what somebody typed, and tags, whose attributes nobody reads. */
const APART = String.raw`<pre\b[^]*?<\/pre>|<textarea\b[^]*?<\/textarea>|<[^>]*>`;

const ANY = new RegExp(`${TURNING}|${LEFTWARDS}`, 'u');
const EACH_TURNING = new RegExp(TURNING, 'gu');
const PARTS = new RegExp(`${APART}|(${TURNING})|${LEFTWARDS_RUN}`, 'gu');

const REPLACEMENT = '\ufffd';
const LEFT_TO_RIGHT_MARK = '\u200e';

/**
 * Keeps what anybody may have written from changing how the words around it are read. A character that would turn or end a text
 * is shown as one that cannot be shown; after letters that are written from right to left, the line goes on to the right.
 * @param html made by the templates, which escape every text, so that each `<` begins a tag
 */
export function readInOrder(html: string): string {
  if (!ANY.test(html)) return html;
  return html.replace(PARTS, (part, turning?: string) => {
    if (turning !== undefined) return REPLACEMENT;
    if (part.startsWith('<pre')) return part.replace(EACH_TURNING, asJson);
    return part.startsWith('<') ? part : part + LEFT_TO_RIGHT_MARK;
  });
}

function asJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

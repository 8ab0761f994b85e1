/** A physical line, without its line end. */
export interface TextLine {
  readonly text: string;
  /** Whether its bytes are UTF-8; where not, `text` has U+FFFD in their place. */
  readonly utf8: boolean;
}

const LINE_FEED = 0x0a;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The lines of a file, ended by LF or CRLF, without a byte order mark. Line n of the file is item n - 1. */
export function decodeLines(bytes: Uint8Array): TextLine[] {
  const content = hasByteOrderMark(bytes) ? bytes.subarray(3) : bytes;
  try {
    return strict
      .decode(content)
      .split('\n')
      .map((text) => ({ text: withoutReturn(text), utf8: true }));
  } catch {
    return splitBytes(content).map(decodeLine);
  }
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function splitBytes(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}

function decodeLine(bytes: Uint8Array): TextLine {
  try {
    return { text: withoutReturn(strict.decode(bytes)), utf8: true };
  } catch {
    return { text: withoutReturn(lenient.decode(bytes)), utf8: false };
  }
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

import { objectMember, textMember } from './eventMembers';
import { periodInWords } from './periodInWords';
import { wordFor } from './wordFor';

/** Where something was read. Only the address of a primary or press source is linked; a copy is named for what it is. */
export interface SourceInWords {
  readonly text: string;
  readonly href: string | undefined;
  readonly note: string | undefined;
}

const KINDS: Readonly<Record<string, string>> = { primary: 'primary source', press: 'press' };

/** The `source` of an event's data; undefined where it names none. */
export function sourceInWords(data: Readonly<Record<string, unknown>>): SourceInWords | undefined {
  const source = objectMember(data, 'source');
  if (!source) return undefined;
  const publisher = textMember(source, 'publisher') ?? 'Publisher not known';
  if (textMember(source, 'kind') === 'copy') {
    return { text: textMember(source, 'copies') ?? publisher, href: undefined, note: 'seen in a secondary copy' };
  }
  return { text: publisher, href: webAddress(textMember(source, 'url')), note: noteOf(source) };
}

function noteOf(source: Readonly<Record<string, unknown>>): string | undefined {
  const date = textMember(source, 'date');
  const parts = [
    wordFor(KINDS, textMember(source, 'kind')),
    textMember(source, 'title'),
    date === undefined ? undefined : periodInWords(date),
  ];
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}

/** Only http and https: a foreign writer's address must not run anything. */
function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : undefined;
}
